// Colours for people only: none in a pipe, none where NO_COLOR asks for none.
import { styleText } from 'node:util'
import type { Style } from '../../replies/style.ts'

/** Styles for what is written to that stream. */
export function colours(stream: NodeJS.WriteStream): Style {
  const paint = (format: 'bold' | 'dim' | 'red' | 'yellow' | 'green') => (text: string) =>
    styleText(format, text, { stream })
  return { bold: paint('bold'), dim: paint('dim'), red: paint('red'), yellow: paint('yellow'), green: paint('green') }
}
