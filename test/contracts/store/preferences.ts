import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'

export function preferencesContract(opened: () => Store): void {
  it('gives back what was chosen last, for that subject of that chat alone', async () => {
    const { preferences } = opened()
    expect(await preferences.get('slack', 'C1', 'site')).toBeNull()
    await preferences.set('slack', 'C1', 'site', 'prelude')
    await preferences.set('slack', 'C1', 'site', 'collegium')
    await preferences.set('slack', 'U1', 'language', 'en')
    expect(await preferences.get('slack', 'C1', 'site')).toBe('collegium')
    expect(await preferences.get('slack', 'U1', 'language')).toBe('en')
    expect(await preferences.get('slack', 'C1', 'language')).toBeNull()
    expect(await preferences.get('slack', 'C2', 'site')).toBeNull()
    expect(await preferences.get('mattermost', 'C1', 'site')).toBeNull()
  })
}
