// The few looks of a cell. Colours differ in brightness as well as in hue, and bold and italic say the same without them.
import type { Style } from './sheet.ts'

type Look = { readonly fill: number; readonly font: number; readonly wraps: boolean }

/** Number format 49 is "text": what is typed over a cell keeps its zeros and is never a formula. */
const textFormat = 49

const fonts = ['', '<b/>', '<i/>', '<color rgb="FF595959"/>']
/** The first two are fixed by the format. After them grey, orange, pale yellow, blue: told apart by the colour-blind. */
const fills = ['none', 'gray125', 'FFE7E6E6', 'FFF4A582', 'FFFFF2B3', 'FFBDD7EE']

const looks: Readonly<Record<Style, Look>> = {
  text: { fill: 0, font: 0, wraps: false },
  header: { fill: 2, font: 1, wraps: false },
  number: { fill: 0, font: 3, wraps: false },
  sentence: { fill: 0, font: 0, wraps: true },
  error: { fill: 3, font: 1, wraps: true },
  warning: { fill: 4, font: 0, wraps: true },
  repaired: { fill: 5, font: 2, wraps: true },
}
const names = Object.keys(looks) as Style[]

/** Number of a style in the styles part; 0 is that of a cell without one. */
export const styleNumber = (style: Style): number => names.indexOf(style) + 1

/** True when a long text takes several lines. */
export const wraps = (style: Style): boolean => looks[style].wraps

/** Content of xl/styles.xml. */
export function stylesXml(): string {
  const body = '<sz val="10"/>'
  const shapes = names.map((name) => lookXml(looks[name]))
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('fonts', fonts.map(fontXml)),
    list('fills', fills.map(fillXml)),
    list('borders', ['<border/>', borderXml]),
    list('cellStyleXfs', ['<xf/>']),
    list('cellXfs', ['<xf/>', ...shapes]),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('')

  function fontXml(font: string): string {
    const [weight, colour] = font.startsWith('<color') ? ['', font] : [font, '']
    return `<font>${weight}${body}${colour}<name val="Arial"/></font>`
  }
}

const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`

const fillXml = (fill: string): string =>
  `<fill>${
    fill.startsWith('FF')
      ? `<patternFill patternType="solid"><fgColor rgb="${fill}"/></patternFill>`
      : `<patternFill patternType="${fill}"/>`
  }</fill>`

const side = (name: string) => `<${name} style="thin"><color rgb="FFA6A6A6"/></${name}>`
/** A fill hides the grid around a cell. */
const borderXml = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>`

function lookXml({ fill, font, wraps }: Look): string {
  const places = `numFmtId="${textFormat}" fontId="${font}" fillId="${fill}" borderId="${fill === 0 ? 0 : 1}" xfId="0"`
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
  return `<xf ${places} ${applied}><alignment vertical="top"${wraps ? ' wrapText="1"' : ''}/></xf>`
}
