// One cell of an OpenDocument sheet: its value is in attributes, what the person sees in paragraphs.
import { plainNumber } from './shown-number.ts'
import { attribute } from './xml-tokens.ts'

/** Returns the text of a cell whose tag has these attributes and which shows `shown`. */
export function odsCellText(attributes: string, shown: string): string {
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numberText(attribute(attributes, 'office:value'), shown)
    case 'date':
      return dateText(attribute(attributes, 'office:date-value') ?? shown)
    case 'time':
      return timeText(attribute(attributes, 'office:time-value') ?? '') ?? shown
    case 'boolean':
      return attribute(attributes, 'office:boolean-value') === 'true' ? 'TRUE' : 'FALSE'
    default:
      return shown || (attribute(attributes, 'office:string-value') ?? '')
  }
}

/** Leading zeros are kept as shown. */
function numberText(value: string | null, shown: string): string {
  const number = Number(value)
  if (value === null || !Number.isFinite(number)) return shown
  return /^0\d+$/.test(shown) && Number(shown) === number ? shown : plainNumber(number)
}

function dateText(value: string): string {
  return value.replace(/(T\d\d:\d\d:\d\d)[.,]\d+$/, '$1').replace(/T00:00:00$/, '')
}

/** PT08H30M00S is 08:30:00. */
function timeText(duration: string): string | null {
  const parts = /^PT(\d+)H(\d+)M(\d+)/.exec(duration)
  return parts ? parts.slice(1).join(':') : null
}
