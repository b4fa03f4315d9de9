// Stands for the application behind the page, so that the page is tested and not the checking.
import type { ChatEvents } from '../../src/ports/chat.ts'
import type { Message } from '../../src/replies/message.ts'
import { eventsWith, type LocalServer, messageOf } from '../adapters/local/local-server.ts'

/** Answers a file in its thread, in two steps as the real one; buttons and choices either speak or change the post. */
export function threeLineBot(server: LocalServer): ChatEvents {
  const answer = async (post: string, thread: string, name: string): Promise<void> => {
    const ref = await server.chat.post(
      { channel: 'support', thread },
      `reply ${thread}`,
      messageOf(`Je vérifie ${name}`),
    )
    server.wait({ minutes: 1 })
    await server.chat.update(ref, report(name))
    await server.chat.mark({ channel: 'support', post }, 'partial')
  }
  return eventsWith({
    posted({ post, thread, files }) {
      if (files[0]) void answer(post, thread ?? post, files[0].name)
      return Promise.resolve()
    },
    async pressed({ post, button, option, person }) {
      if (option === 'prelude') return messageOf('Seule l’équipe choisit ce site')
      if (option !== null) {
        await server.chat.update({ channel: 'support', post }, withSites(option))
        return null
      }
      if (button === 'all') return messageOf(`Rien que pour ${person}`)
      await server.chat.update({ channel: 'support', post }, messageOf('Demande retirée'))
      return null
    },
    commanded: ({ text }) => Promise.resolve(messageOf(`Aide : ${text}`)),
  })
}

/** A message with a choice of a site. */
export function withSites(chosen: string): Message {
  const sites = ['ecampus', 'collegium', 'prelude']
  const options = sites.map((value) => ({ value, label: value.toUpperCase() }))
  return messageOf(`Pour ${chosen}`, { choices: [{ id: 'site', label: 'Site', options, chosen }] })
}

/** Its reply to a file: a line, a note, a file, two buttons. */
export function report(name: string): Message {
  return messageOf('', {
    paragraphs: [
      { kind: 'text', spans: [{ bold: '3 lignes à revoir' }, ' dans ', { code: name }] },
      { kind: 'note', spans: ['Équipe : UTF-8'] },
    ],
    files: [{ name: 'liste.corrige.csv', type: 'text/csv', bytes: Buffer.from('corrigé') }],
    buttons: [
      { id: 'all', label: 'Tout afficher', style: 'default' },
      { id: 'withdraw', label: 'Retirer', style: 'danger' },
    ],
  })
}
