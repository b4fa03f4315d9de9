import { describe, expect, it } from 'vitest'
import { attachmentsOf } from '../../../src/adapters/mattermost/actions.ts'
import { createSigner } from '../../../src/adapters/mattermost/signature.ts'
import type { Choice } from '../../../src/replies/message.ts'
import { buttonsOf } from './mattermost-world.ts'

const options = {
  url: 'https://bot.example/mattermost/action',
  signer: createSigner('secret'),
  now: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  key: 'k',
  person: null,
}
const choice: Choice = {
  id: 'site',
  label: 'Site',
  options: [
    { value: 'a', label: 'Ecampus' },
    { value: 'b', label: 'Collégium' },
  ],
  chosen: 'b',
}

describe('the actions of a post', () => {
  it('are one attachment: the choice, then the buttons', () => {
    const [attachment, ...more] = attachmentsOf({ buttons: buttonsOf('all', 'done'), choices: [choice] }, options)
    expect(more).toEqual([])
    expect(attachment?.actions).toMatchObject([
      {
        id: 'site',
        name: 'Site',
        type: 'select',
        default_option: 'b',
        options: [
          { text: 'Ecampus', value: 'a' },
          { text: 'Collégium', value: 'b' },
        ],
        integration: { url: options.url, context: { key: 'k', action: 'site', offered: ['a', 'b'] } },
      },
      { id: 'all', name: 'all', type: 'button', style: 'default', integration: { context: { offered: null } } },
      { id: 'done' },
    ])
  })

  it('have no option taken when none is', () => {
    const [attachment] = attachmentsOf({ buttons: [], choices: [{ ...choice, chosen: null }] }, options)
    expect(attachment?.actions[0]).not.toHaveProperty('default_option')
  })

  it('are none when there is nothing to press, or nowhere to send it', () => {
    expect(attachmentsOf({ buttons: [], choices: [] }, options)).toEqual([])
    expect(attachmentsOf({ buttons: buttonsOf('all'), choices: [choice] }, { ...options, url: null })).toEqual([])
  })

  it.each(['a-2', 'a_3', '', 'é'])('may not be named %j: a click would lead nowhere', (id) => {
    expect(() => attachmentsOf({ buttons: buttonsOf(id), choices: [] }, options)).toThrow(TypeError)
  })
})
