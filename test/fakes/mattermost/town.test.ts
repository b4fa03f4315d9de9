// What people do and see in the town beyond what was recorded: tests of the bot rely on it.
import { describe, expect, it } from 'vitest'
import { supportTown } from './support-town.ts'

const town = supportTown()
const { channel, people, bot } = town
const say = (text: string, more: object = {}) => town.post({ author: people.marie, channel, text, ...more }).id

describe('what people see', () => {
  it('is the message, the words of its attachments, files, buttons, selects and reactions', () => {
    const actions = [
      { id: 'done', name: 'Fait', type: 'button', integration: { url: 'http://x' } },
      { id: 'site', name: 'Site', type: 'select', options: [{ text: 'A', value: 'a' }] },
    ]
    const fields = [{ title: 'Lignes', value: '12', short: true }]
    const props = { attachments: [{ title: 'T', text: 'texte', fields, footer: 'pied', actions }] }
    const root = say('Une demande', { files: [{ name: 'a.csv', text: 'x;y' }] })
    const answer = town.post({ author: bot.id, channel, root, text: 'Voici', props }).id
    town.react(bot.id, root, 'eyes')
    expect(town.look(root)).toMatchObject({
      author: people.marie,
      byBot: false,
      text: 'Une demande',
      files: [{ name: 'a.csv', text: 'x;y' }],
      reactions: ['eyes'],
    })
    expect(town.look(answer)).toMatchObject({
      byBot: true,
      root,
      text: 'Voici\nT\ntexte\nLignes 12\npied',
      buttons: ['done'],
      selects: [{ id: 'site', options: ['a'] }],
      edited: false,
    })
  })

  it('is without what was deleted, the answers to it, and what the server says', () => {
    const root = say('une')
    const reply = town.post({ author: bot.id, channel, root, text: 'réponse' }).id
    town.remove(people.marie, root)
    town.addToChannel(people.admin, town.supportChannel, people.marie)
    expect([town.look(root), town.look(reply)]).toEqual([undefined, undefined])
    expect(town.seen(town.supportChannel)).toEqual([])
  })

  it('changes with an edit: the text, and the files when others are given', () => {
    const post = say('un', { files: [{ name: 'a.csv', text: 'a' }] })
    town.edit(people.marie, post, { text: 'deux' })
    expect(town.look(post)).toMatchObject({ text: 'deux', files: [{ name: 'a.csv' }], edited: true })
    town.edit(people.marie, post, { files: [{ name: 'b.csv', text: 'b' }] })
    expect(town.look(post)).toMatchObject({ text: 'deux', files: [{ name: 'b.csv', text: 'b' }] })
  })
})

describe('who is called', () => {
  const everybody = [people.emma, people.sofia, people.admin, bot.id].sort()
  it.each([
    ['@emma voici', [people.emma]],
    ['voir @Emma.', [people.emma]],
    ['@channel', everybody],
    ['@all', everybody],
    ['\\@channel', everybody],
    ['courriel a@emma', []],
    ['`@channel`', []],
    ['``a ` @channel``', []],
    ['`a` @emma `b`', [people.emma]],
    ['```\n@channel\n```', []],
    ['@\u200bchannel', []],
    ['un ` seul @emma', [people.emma]],
    ['`` pas fermé ` @emma', [people.emma]],
  ])('by %j', (text, called) => {
    expect(town.look(say(text))?.mentions.toSorted()).toEqual(called)
  })

  it('also by the text, the pretext and the fields of an attachment, not by its title', () => {
    const called = (attachment: object) => town.look(say('', { props: { attachments: [attachment] } }))?.mentions
    expect(called({ text: '@emma' })).toEqual([people.emma])
    expect(called({ pretext: '@emma' })).toEqual([people.emma])
    expect(called({ fields: [{ title: '', value: '@emma' }] })).toEqual([people.emma])
    expect(called({ title: '@emma' })).toEqual([])
  })

  it('is everybody else in a direct channel', () => {
    const direct = town.direct(people.marie, bot.id)
    const post = town.post({ author: people.marie, channel: direct, text: 'bonjour' })
    expect(town.look(post.id)?.mentions).toEqual([bot.id])
    expect(town.direct(bot.id, people.marie)).toBe(direct)
  })
})

describe('the town’s clock', () => {
  it('does what was to happen, in order, and at its moment', () => {
    const { clock } = supportTown({ start: '2026-11-23T08:00:00Z' })
    const happened: string[] = []
    const start = clock.millis()
    clock.after({ seconds: 2 }, () => happened.push(`two at ${clock.millis() - start}`))
    clock.after({ seconds: 1 }, () => happened.push(`one at ${clock.millis() - start}`))
    clock.after({ seconds: 1 }, () => happened.push('never'))()
    clock.pass({ milliseconds: 999 })
    expect(happened).toEqual([])
    clock.pass({ seconds: 5 })
    expect(happened).toEqual(['one at 1000', 'two at 2000'])
  })
})
