// What every directory does, whatever it asks: run on each adapter, and on the fake that stands for them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { referenceFrom } from '../../src/checking/snapshot.ts'
import type { Directory } from '../../src/ports/directory.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'

/** Sites that the directory is there for; there is a third one, collegium, that nobody told it of. */
export type ToldSite = 'ecampus' | 'prelude'

export type DirectoryWorld = {
  readonly directory: Directory
  /** Tells it of that site, in place of what was told before: the accounts with these usernames, and nothing else. */
  tell(site: ToldSite, usernames: readonly string[]): Promise<void>
  /** Makes whatever it asks about that site fail. */
  fail(site: ToldSite): Promise<void>
  close(): Promise<void>
}

export function describeDirectory(name: string, open: () => Promise<DirectoryWorld>): void {
  describe(`a directory: ${name}`, () => {
    let world: DirectoryWorld
    beforeEach(async () => {
      world = await open()
    })
    afterEach(() => world.close())
    const about = (site: string) => world.directory.about(site)

    it('knows nothing of a site that nobody told it of', async () => {
      await world.tell('ecampus', ['anne'])
      const known = await about('collegium')
      expect(known).toMatchObject({ snapshot: null, takenAt: null, outdated: false })
      expect(known.reference.verified).toEqual([])
      expect(known.reference.account('anne')).toBeUndefined()
    })

    it('knows what it was told and, of the rest, that it does not', async () => {
      await world.tell('ecampus', ['anne', 'luc'])
      const { reference, outdated } = await about('ecampus')
      expect(outdated).toBe(false)
      expect(reference.verified).toEqual(['accounts'])
      expect(reference.account('luc')).toMatchObject({ username: 'luc', timecreated: null })
      expect(reference.account('paul')).toBeNull()
      expect(reference.course('M1-BIO-2025')).toBeUndefined()
      expect(reference.roles).toBeUndefined()
    })

    it('says when that was', async () => {
      await world.tell('ecampus', ['anne'])
      expect((await about('ecampus')).takenAt).toBeInstanceOf(Temporal.Instant)
    })

    it('has the same for another thread', async () => {
      await world.tell('ecampus', ['anne'])
      const { reference, snapshot } = await about('ecampus')
      const there = referenceFrom(JSON.parse(snapshot!))
      expect(there.verified).toEqual(reference.verified)
      expect(there.account('anne')).toEqual(reference.account('anne'))
      expect(there.account('paul')).toBeNull()
    })

    it('keeps sites apart', async () => {
      await world.tell('ecampus', ['anne'])
      await world.tell('prelude', ['luc'])
      const [one, other] = await Promise.all([about('ecampus'), about('prelude')])
      expect([one.reference.account('luc'), other.reference.account('luc')?.username]).toEqual([null, 'luc'])
      expect(one.version).not.toBe(other.version)
    })

    it('answers alike until it is told something else, and then otherwise', async () => {
      await world.tell('ecampus', ['anne'])
      const [first, same] = await Promise.all([about('ecampus'), about('ecampus')])
      expect(same.version).toBe(first.version)
      expect((await about('ecampus')).version).toBe(first.version)
      await world.tell('ecampus', ['luc'])
      const second = await about('ecampus')
      expect(second.version).not.toBe(first.version)
      expect(second.reference.account('anne')).toBeNull()
    })

    it('fails as something outside does, and knows again once it is told', async () => {
      await world.fail('ecampus')
      await expect(about('ecampus')).rejects.toBeInstanceOf(OutsideError)
      await world.tell('ecampus', ['anne'])
      expect((await about('ecampus')).reference.account('anne')?.username).toBe('anne')
    })

    it('may go on with what it knew, and then says so', async () => {
      await world.tell('ecampus', ['anne'])
      const before = await about('ecampus')
      await world.fail('ecampus')
      const now = await about('ecampus').catch((error: unknown) => {
        expect(error).toBeInstanceOf(OutsideError)
        return null
      })
      if (now !== null) expect(now).toEqual({ ...before, outdated: true })
    })
  })
}
