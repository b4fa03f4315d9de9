// What the server refuses with: status, error id and message as recorded; every other error is a bug of the fake.
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  /** As in `api.context.permissions.app_error`. */
  readonly id: string

  constructor(status: number, id: string, message: string) {
    super(message)
    this.status = status
    this.id = id
  }
}

export const forbidden = (): ApiError =>
  new ApiError(403, 'api.context.permissions.app_error', 'You do not have the appropriate permissions.')

export const sessionExpired = (): ApiError =>
  new ApiError(401, 'api.context.session_expired.app_error', 'Invalid or expired session, please login again.')

export const postMissing = (): ApiError => new ApiError(404, 'app.post.get.app_error', 'Unable to get the post.')

export const personMissing = (): ApiError =>
  new ApiError(404, 'app.user.missing_account.const', 'Unable to find the user.')

export const channelMissing = (): ApiError =>
  new ApiError(404, 'app.channel.get.existing.app_error', 'Unable to find the existing channel.')

export const teamMissing = (): ApiError =>
  new ApiError(404, 'app.team.get.find.app_error', 'Unable to find the existing team.')

export const rootInvalid = (): ApiError =>
  new ApiError(400, 'api.post.create_post.root_id.app_error', 'Invalid RootId parameter.')

export const bodyInvalid = (name: string): ApiError =>
  new ApiError(400, 'api.context.invalid_body_param.app_error', `Invalid or missing ${name} in request body.`)

export const pathInvalid = (name: string): ApiError =>
  new ApiError(400, 'api.context.invalid_url_param.app_error', `Invalid or missing ${name} parameter in request URL.`)

export const actionFailed = (): ApiError =>
  new ApiError(400, 'api.post.do_action.action_integration.app_error', 'Action integration error.')
