import { describe, expect, it } from 'vitest'
import { picturesOf } from '../../../src/adapters/local/pictures.ts'
import { activityChart } from '../../../src/replies/activity-chart.ts'
import type { OutgoingFile } from '../../../src/replies/message.ts'

describe('pictures', () => {
  const chart = activityChart([{ date: Temporal.PlainDate.from('2026-11-16'), files: 3 }])
  const other = (bytes: Uint8Array, type: OutgoingFile['type'] = 'image/png'): OutgoingFile => ({
    name: 'x',
    type,
    bytes,
  })

  it('have the size that their head tells, wherever their bytes lie', () => {
    const moved = new Uint8Array(chart.bytes.length + 3)
    moved.set(chart.bytes, 3)
    expect(picturesOf([chart, { ...chart, name: 'moved.png', bytes: moved.subarray(3) }])).toEqual([
      { name: 'activity.png', width: 48, height: 80 },
      { name: 'moved.png', width: 48, height: 80 },
    ])
  })

  it.each([
    ['of another type', other(chart.bytes, 'text/csv')],
    ['of nothing', other(new Uint8Array())],
    ['cut short', other(chart.bytes.slice(0, 20))],
    ['that says it is a PNG and is not', other(Buffer.from('<svg onload="alert(1)" xmlns="x"/>'))],
    ['without width', other(Uint8Array.from(chart.bytes, (byte, index) => (index >= 16 && index < 20 ? 0 : byte)))],
  ])('are not made of a file %s', (_, file) => {
    expect(picturesOf([file])).toEqual([])
  })
})
