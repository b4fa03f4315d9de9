// What every chat must do for the application, whatever it is made of; each adapter brings a world to run this in.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Chat, ChatEvents, Command, Deletion, Mark, Posting, PostRef, Press } from '../../src/ports/chat.ts'
import type { Message } from '../../src/replies/message.ts'

/** A post as people see it in that chat. */
export type SeenPost = {
  readonly ref: PostRef
  readonly text: string
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** Ids of the buttons. */
  readonly buttons: readonly string[]
  /** Ids of the choices, and what is chosen now. */
  readonly choices: readonly { readonly id: string; readonly chosen: string | null }[]
  readonly reactions: readonly string[]
}

export type Said = {
  readonly author: string
  readonly text: string
  readonly thread?: string
  readonly files?: readonly { readonly name: string; readonly text: string }[]
}

/** A chat with people in it. */
export type ChatWorld = {
  /** Not started yet. */
  readonly chat: Chat
  readonly channel: string
  /** Ids of people: French, English, of the support team. */
  readonly people: { readonly french: string; readonly english: string; readonly staff: string }
  /** A person posts; settles once the chat has it and has told whoever listens. Id of the post. */
  say(said: Said): Promise<string>
  /** The author changes the words, and takes out the files of these names; settles like `say`. */
  edit(post: string, text: string, without?: readonly string[]): Promise<void>
  /** The author deletes the post; settles like `say`. */
  remove(post: string): Promise<void>
  press(post: PostRef, button: string, person: string): Promise<void>
  /** A person takes an option of a choice. */
  choose(post: PostRef, choice: string, option: string, person: string): Promise<void>
  command(person: string, text: string, thread: string | null): Promise<void>
  /** Where a chat takes commands at the top of a channel only, `thread` is passed over. */
  readonly noCommandsInThreads?: true
  /** All posts of the channel, or a person's direct messages; oldest first. */
  seen(where?: { readonly direct: string }): Promise<readonly SeenPost[]>
  /** A new process on the same chat: another `chat`, not started. */
  restart(): Promise<Chat>
  close(): Promise<void>
}

/** Runs the suite in worlds made by `make`, one per test. */
export function chatContract(name: string, make: () => Promise<ChatWorld>): void {
  describe(`${name} as a chat`, () => {
    let world: ChatWorld
    let heard: Heard
    let stops: (() => Promise<void>)[]

    const start = async (chat: Chat): Promise<void> => {
      stops.push(await chat.start(heard.events))
    }
    const find = async ({ post }: PostRef): Promise<SeenPost | undefined> =>
      (await world.seen()).find(({ ref }) => ref.post === post)

    beforeEach(async () => {
      world = await make()
      heard = listen()
      stops = []
    })
    afterEach(async () => {
      for (const stop of stops) await stop()
      await world.close()
    })

    describe('what people do', () => {
      it('delivers a post with its files', async () => {
        await start(world.chat)
        const files = [csv('a.csv', 'username\nx'), csv('b.csv', 'username\nyy')]
        const post = await world.say({ author: world.people.french, text: 'Bonjour', files })
        expect(heard.postings).toMatchObject([
          {
            chat: world.chat.name,
            channel: world.channel,
            thread: null,
            post,
            author: world.people.french,
            text: 'Bonjour',
            direct: false,
            form: null,
            files: [
              { name: 'a.csv', size: 10 },
              { name: 'b.csv', size: 11 },
            ],
          },
        ])
      })

      it('says in which thread', async () => {
        await start(world.chat)
        const first = await world.say({ author: world.people.french, text: 'Une demande' })
        await world.say({ author: world.people.french, text: '', thread: first, files: [csv('a.csv', 'x')] })
        expect(heard.postings.at(-1)).toMatchObject({ thread: first, files: [{ name: 'a.csv' }] })
      })

      it('delivers at start what was posted meanwhile, in order', async () => {
        await start(world.chat)
        await stops.pop()?.()
        const one = await world.say({ author: world.people.french, text: '', files: [csv('a.csv', 'x')] })
        const two = await world.say({ author: world.people.english, text: '', files: [csv('b.csv', 'x')] })
        await start(await world.restart())
        expect(heard.postings.map(({ post }) => post).filter((post) => post === one || post === two)).toEqual([
          one,
          two,
        ])
      })

      it('never delivers what the bot itself said', async () => {
        await start(world.chat)
        await world.chat.post({ channel: world.channel, thread: null }, 'k', message('…', { files: ['a.csv'] }))
        await start(await world.restart())
        expect(heard.postings).toEqual([])
      })

      it('delivers nothing once stopped', async () => {
        await start(world.chat)
        await stops.pop()?.()
        await world.say({ author: world.people.french, text: '', files: [csv('a.csv', 'x')] })
        expect(heard.postings).toEqual([])
      })

      it('delivers a press of a button', async () => {
        await start(world.chat)
        const place = { channel: world.channel, thread: null }
        const ref = await world.chat.post(place, 'k', message('Bien', { buttons: ['all', 'done'] }))
        await world.press(ref, 'done', world.people.staff)
        expect(heard.presses).toEqual([
          {
            chat: world.chat.name,
            channel: world.channel,
            post: ref.post,
            button: 'done',
            option: null,
            person: world.people.staff,
          },
        ])
      })

      it('delivers the option that is taken of a choice', async () => {
        await start(world.chat)
        const ref = await world.chat.post({ channel: world.channel, thread: null }, 'k', messageWithSites('a'))
        await world.choose(ref, 'site', 'b', world.people.french)
        expect(heard.presses).toMatchObject([
          { post: ref.post, button: 'site', option: 'b', person: world.people.french },
        ])
      })

      it('delivers an edited post again with the files it has left', async () => {
        await start(world.chat)
        const files = [csv('a.csv', 'username\nx'), csv('b.csv', 'username\nyy')]
        const post = await world.say({ author: world.people.french, text: 'Bonjour', files })
        await world.edit(post, 'Bonsoir', ['a.csv'])
        const [first, again] = heard.postings
        expect(heard.postings).toHaveLength(2)
        expect(again).toMatchObject({ post, author: world.people.french, text: 'Bonsoir' })
        expect(again?.files.map(({ id }) => id)).toEqual([first?.files[1]?.id])
      })

      it('tells that a post was deleted', async () => {
        await start(world.chat)
        const post = await world.say({ author: world.people.french, text: '', files: [csv('a.csv', 'x')] })
        await world.remove(post)
        expect(heard.deletions).toEqual([{ chat: world.chat.name, channel: world.channel, post }])
      })

      it('delivers a command without its name', async () => {
        await start(world.chat)
        const thread = await world.say({ author: world.people.english, text: 'A request' })
        await world.command(world.people.english, 'status  all', thread)
        expect(heard.commands).toEqual([
          {
            chat: world.chat.name,
            channel: world.channel,
            thread: world.noCommandsInThreads ? null : thread,
            person: world.people.english,
            text: 'status  all',
            about: null,
          },
        ])
      })
    })

    describe('files', () => {
      it('gives the bytes of a posted file', async () => {
        const file = await sendFile('é;à')
        const bytes = await world.chat.download(file, 100)
        expect(Buffer.from(bytes).toString()).toBe('é;à')
      })

      it('gives a file that is just as long as the limit, and refuses one byte more', async () => {
        const file = await sendFile('12345')
        await expect(world.chat.download(file, 5)).resolves.toHaveLength(5)
        await expect(world.chat.download(file, 4)).rejects.toMatchObject({
          name: 'OutsideError',
          code: 'file-too-large',
        })
      })

      it('does not trust a size that the chat did not say', async () => {
        const file = { ...(await sendFile('12345')), size: 0 }
        await expect(world.chat.download(file, 4)).rejects.toMatchObject({ code: 'file-too-large' })
      })

      it('says when a file is gone', async () => {
        await start(world.chat)
        const gone = { id: 'nosuchfile', name: 'a.csv', size: 5, type: 'text/csv' }
        await expect(world.chat.download(gone, 100)).rejects.toMatchObject({ name: 'OutsideError', code: 'file-gone' })
      })

      async function sendFile(text: string): Promise<Posting['files'][number]> {
        await start(world.chat)
        await world.say({ author: world.people.french, text: '', files: [csv('a.csv', text)] })
        return heard.postings.at(-1)!.files[0]!
      }
    })

    describe('what the bot says', () => {
      it('posts text, files and buttons in a thread', async () => {
        await start(world.chat)
        const thread = await world.say({ author: world.people.french, text: 'Une demande' })
        const place = { channel: world.channel, thread }
        const ref = await world.chat.post(place, 'k', message('Tout est bon', { files: ['a.csv'], buttons: ['done'] }))
        const seen = await find(ref)
        expect(seen?.text).toContain('Tout est bon')
        expect(seen).toMatchObject({ files: [{ name: 'a.csv', text: 'of a.csv' }], buttons: ['done'] })
        expect(ref.channel).toBe(world.channel)
      })

      it('posts once per key and makes it say the newest', async () => {
        await start(world.chat)
        const place = { channel: world.channel, thread: null }
        const first = await world.chat.post(place, 'k', message('un', { files: ['a.csv'], buttons: ['done'] }))
        const again = await world.chat.post(place, 'k', message('deux'))
        expect(again).toEqual(first)
        expect(await world.seen()).toHaveLength(1)
        const seen = await find(first)
        expect(seen?.text).toContain('deux')
        expect(seen).toMatchObject({ files: [], buttons: [] })
      })

      it('posts once per key when asked twice at once', async () => {
        await start(world.chat)
        const place = { channel: world.channel, thread: null }
        const refs = await Promise.all([1, 2, 3].map(() => world.chat.post(place, 'k', message('un'))))
        expect(new Set(refs.map(({ post }) => post)).size).toBe(1)
        expect(await world.seen()).toHaveLength(1)
      })

      it('adopts in a new process what the one before had posted', async () => {
        await start(world.chat)
        const thread = await world.say({ author: world.people.french, text: 'Une demande' })
        const place = { channel: world.channel, thread }
        const first = await world.chat.post(place, 'k', message('un'))
        const other = await world.restart()
        await start(other)
        expect(await other.post(place, 'k', message('deux'))).toEqual(first)
        expect(await world.seen()).toHaveLength(2)
      })

      it('makes two posts for two keys', async () => {
        await start(world.chat)
        const place = { channel: world.channel, thread: null }
        const one = await world.chat.post(place, 'k1', message('un'))
        const two = await world.chat.post(place, 'k2', message('deux'))
        expect(one).not.toEqual(two)
        expect(await world.seen()).toHaveLength(2)
      })

      it('replaces text, files and buttons', async () => {
        await start(world.chat)
        const place = { channel: world.channel, thread: null }
        const ref = await world.chat.post(place, 'k', message('avant', { files: ['a.csv'], buttons: ['done'] }))
        await world.chat.update(ref, message('après', { files: ['b.csv'], buttons: ['all'] }))
        const seen = await find(ref)
        expect(seen?.text).toContain('après')
        expect(seen?.text).not.toContain('avant')
        expect(seen).toMatchObject({ files: [{ name: 'b.csv', text: 'of b.csv' }], buttons: ['all'] })
      })

      it('offers choices, and shows which holds', async () => {
        await start(world.chat)
        const place = { channel: world.channel, thread: null }
        const ref = await world.chat.post(place, 'k', messageWithSites('a'))
        expect((await find(ref))?.choices).toEqual([{ id: 'site', chosen: 'a' }])
        await world.chat.update(ref, messageWithSites('b'))
        expect((await find(ref))?.choices).toEqual([{ id: 'site', chosen: 'b' }])
        await world.chat.update(ref, message('après'))
        expect((await find(ref))?.choices).toEqual([])
      })

      it('gives its posts of a channel an address', async () => {
        await start(world.chat)
        const one = await world.chat.post({ channel: world.channel, thread: null }, 'k1', message('un'))
        const two = await world.chat.post({ channel: world.channel, thread: null }, 'k2', message('deux'))
        expect(one.link).toMatch(/\S/)
        expect(two.link).not.toBe(one.link)
      })

      it('calls people by their name', async () => {
        await start(world.chat)
        const said = message('')
        const spans = ['Pour ', { mention: { person: world.people.french } }, ' et ', { mention: 'staff' as const }]
        const paragraphs = [{ kind: 'text' as const, spans: [...spans, { name: '@channel *Marie*' }] }]
        const ref = await world.chat.post({ channel: world.channel, thread: null }, 'k', { ...said, paragraphs })
        expect((await find(ref))?.text).toMatch(/Pour .*\S.* et .*\S/)
        expect((await find(ref))?.text).toContain('Marie')
      })

      it('says when the post to change is gone', async () => {
        await start(world.chat)
        const gone = { channel: world.channel, post: 'nosuchpost' }
        await expect(world.chat.update(gone, message('…'))).rejects.toMatchObject({ name: 'OutsideError' })
      })

      it('never changes what a person said', async () => {
        await start(world.chat)
        const post = await world.say({ author: world.people.french, text: 'Une demande' })
        const theirs = { channel: world.channel, post }
        await expect(world.chat.update(theirs, message('…'))).rejects.toMatchObject({ name: 'OutsideError' })
        expect((await find(theirs))?.text).toBe('Une demande')
      })

      it('says something to one person alone', async () => {
        await start(world.chat)
        await world.chat.post({ direct: world.people.french }, 'k', message('Un rappel'))
        expect((await world.seen({ direct: world.people.french })).map(({ text }) => text)).toEqual([
          expect.stringContaining('Un rappel'),
        ])
        expect(await world.seen({ direct: world.people.english })).toEqual([])
        expect(await world.seen()).toEqual([])
      })

      it('changes what it said to one person', async () => {
        await start(world.chat)
        const ref = await world.chat.post({ direct: world.people.french }, 'k', message('avant'))
        await world.chat.update(ref, message('après'))
        const [seen] = await world.seen({ direct: world.people.french })
        expect(seen?.text).toContain('après')
      })

      it('shows what others wrote literally', async () => {
        await start(world.chat)
        const code = '`@channel` *x* <b>'
        const ref = await world.chat.post({ channel: world.channel, thread: null }, 'k', {
          ...message(''),
          paragraphs: [{ kind: 'text', spans: ['ligne 3 : ', { code }] }],
        })
        expect((await find(ref))?.text).toContain('ligne 3')
        expect((await find(ref))?.text).toContain('@channel')
      })
    })

    describe('marks', () => {
      const all: readonly Mark[] = ['working', 'ready', 'partial', 'blocked', 'waiting', 'done', 'failed']

      it('puts one mark in place of the one before', async () => {
        await start(world.chat)
        const post = await world.say({ author: world.people.french, text: 'Une demande' })
        const shown: string[] = []
        for (const mark of all) {
          await world.chat.mark({ channel: world.channel, post }, mark)
          const seen = await find({ channel: world.channel, post })
          expect(seen?.reactions).toHaveLength(1)
          shown.push(...(seen?.reactions ?? []))
        }
        expect(new Set(shown).size).toBe(all.length)
      })

      it('puts the same mark once', async () => {
        await start(world.chat)
        const post = await world.say({ author: world.people.french, text: 'Une demande' })
        await world.chat.mark({ channel: world.channel, post }, 'ready')
        await world.chat.mark({ channel: world.channel, post }, 'ready')
        expect((await find({ channel: world.channel, post }))?.reactions).toHaveLength(1)
      })
    })

    describe('people', () => {
      it('knows their language and who is of the team', async () => {
        await start(world.chat)
        const { french, english, staff } = world.people
        await expect(world.chat.person(french)).resolves.toMatchObject({ id: french, language: 'fr', staff: false })
        await expect(world.chat.person(english)).resolves.toMatchObject({ id: english, language: 'en' })
        await expect(world.chat.person(staff)).resolves.toMatchObject({ id: staff, staff: true })
      })

      it('says when nobody is called so', async () => {
        await start(world.chat)
        await expect(world.chat.person('nobody')).rejects.toMatchObject({ name: 'OutsideError' })
      })
    })
  })
}

type Heard = {
  readonly events: ChatEvents
  readonly postings: Posting[]
  readonly deletions: Deletion[]
  readonly presses: Press[]
  readonly commands: Command[]
}

function listen(): Heard {
  const postings: Posting[] = []
  const deletions: Deletion[] = []
  const presses: Press[] = []
  const commands: Command[] = []
  const events: ChatEvents = {
    posted(posting) {
      postings.push(posting)
      return Promise.resolve()
    },
    deleted(deletion) {
      deletions.push(deletion)
      return Promise.resolve()
    },
    pressed(press) {
      presses.push(press)
      return Promise.resolve(null)
    },
    commanded(command) {
      commands.push(command)
      return Promise.resolve(message('Voilà'))
    },
  }
  return { events, postings, deletions, presses, commands }
}

function csv(name: string, text: string): { name: string; text: string } {
  return { name, text }
}

function message(text: string, { files = [], buttons = [] }: { files?: string[]; buttons?: string[] } = {}): Message {
  return {
    language: 'fr',
    paragraphs: [{ kind: 'text', spans: [text] }],
    files: files.map((name) => ({ name, type: 'text/csv', bytes: Buffer.from(`of ${name}`) })),
    buttons: buttons.map((id) => ({ id, label: id, style: 'default' })),
    choices: [],
  }
}

function messageWithSites(chosen: string): Message {
  const options = ['a', 'b'].map((value) => ({ value, label: `Site ${value}` }))
  return { ...message('Bien'), choices: [{ id: 'site', label: 'Site', options, chosen }] }
}
