// Ids look like Mattermost's: 26 letters and digits of its own alphabet of 32.
import { randomInt } from 'node:crypto'

const alphabet = 'ybndrfg8ejkmcpqxot1uwisza345h769'

export const newId = (): string => Array.from({ length: 26 }, () => alphabet[randomInt(32)]).join('')

export const isId = (text: string): boolean => /^[A-Za-z0-9]{26}$/.test(text)
