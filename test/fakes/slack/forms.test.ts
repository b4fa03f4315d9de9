import type { ViewResponseAction } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bolt, clientOf, refusalOf, startBolt } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { people } from './townsfolk.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const blocks: KnownBlock[] = [
  {
    type: 'input',
    block_id: 'files',
    label: plain('Fichiers'),
    element: { type: 'file_input', action_id: 'files', filetypes: ['csv'], max_files: 2 },
  },
  {
    type: 'input',
    block_id: 'about',
    label: plain('Mot'),
    element: { type: 'plain_text_input', action_id: 'about', initial_value: 'rien' },
  },
  {
    type: 'input',
    block_id: 'site',
    label: plain('Plateforme'),
    optional: true,
    element: { type: 'static_select', action_id: 'site', options: [{ text: plain('Ecampus'), value: 'ecampus' }] },
  },
]
const view: ModalView = {
  type: 'modal',
  callback_id: 'check',
  title: plain('Vérifier'),
  submit: plain('Envoyer'),
  blocks,
  notify_on_close: true,
}

describe('forms', () => {
  let town: SlackTown
  let bot: Bolt
  let submitted: unknown[]
  let answer: ViewResponseAction | undefined

  beforeEach(async () => {
    town = await slackTown()
    submitted = []
    answer = undefined
    bot = await startBolt(town, (app) => {
      app.command('/enrol-check', async ({ ack, client, command }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view })
      })
      app.view('check', async ({ ack, view: { state }, body }) => {
        submitted.push(body.user.id, state.values)
        await (answer ? ack(answer) : ack())
      })
      app.view({ callback_id: 'check', type: 'view_closed' }, async ({ ack }) => {
        submitted.push('closed')
        await ack()
      })
    })
    await town.people.command({ person: people.french })
    await expect.poll(() => town.state.views.size).toBe(1)
  })
  afterEach(async () => {
    expect(town.breaches).toEqual([])
    await bot.stop()
    await town.close()
  })

  const submit = () => town.people.submit(people.french, { files: [{ name: 'a.csv', text: 'x' }], site: 'ecampus' })

  it('bring what was chosen, and the files', async () => {
    expect((await submit()).errors).toBeNull()
    expect(submitted).toMatchObject([
      people.french,
      {
        files: { files: { type: 'file_input', files: [{ name: 'a.csv', mode: 'hosted' }] } },
        about: { about: { type: 'plain_text_input', value: 'rien' } },
        site: { site: { type: 'static_select', selected_option: { value: 'ecampus' } } },
      },
    ])
    expect(() => town.people.form(people.french)).toThrow('no form')
  })

  it('stay when the bot refuses them, with its words at the field', async () => {
    answer = { response_action: 'errors', errors: { files: 'Trop grand' } }
    expect((await submit()).errors).toEqual({ files: 'Trop grand' })
    answer = undefined
    expect((await submit()).errors).toBeNull()
  })

  it('breach the rules with an error of a block that is not there', async () => {
    answer = { response_action: 'errors', errors: { elsewhere: 'Trop grand' } }
    await submit()
    expect(town.breaches.splice(0)).toEqual(['view_submission: an error of elsewhere, which is no input'])
  })

  it('change, or give way to another', async () => {
    answer = { response_action: 'update', view: { ...view, title: plain('Encore') } }
    await submit()
    expect(town.people.form(people.french).content).toMatchObject({ title: { text: 'Encore' } })
    answer = { response_action: 'push', view: { ...view, title: plain('Par-dessus') } }
    await submit()
    expect(town.people.form(people.french).content).toMatchObject({ title: { text: 'Par-dessus' } })
    answer = { response_action: 'clear' }
    await submit()
    expect(() => town.people.form(people.french)).toThrow('no form')
  })

  it('are updated by the bot itself unless they changed since', async () => {
    const { id, hash } = town.people.form(people.french)
    const { views } = clientOf(town)
    await views.update({ view_id: id, hash, view: { ...view, title: plain('Encore') } })
    expect(await refusalOf(views.update({ view_id: id, hash, view }))).toBe('hash_conflict')
    await town.people.closeForm(people.french)
    expect(await refusalOf(views.update({ view_id: id, view }))).toBe('not_found')
    expect(submitted).toEqual(['closed'])
  })

  it('take no more than they ask for, and no less', async () => {
    const file = { name: 'a.csv', text: 'x' }
    await expect(town.people.submit(people.french, { files: [] })).rejects.toThrow('must be filled')
    await expect(town.people.submit(people.french, { files: [file, file, file] })).rejects.toThrow('takes 2 files')
    await expect(town.people.submit(people.french, { files: [{ name: 'a.pdf' }] })).rejects.toThrow('takes no a.pdf')
    await expect(town.people.submit(people.french, { files: [file], other: 'x' })).rejects.toThrow('has no other')
  })
})
