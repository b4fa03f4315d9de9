// Files received per day as a small picture, and as bars of text for those who do not see pictures.
import { encode } from 'fast-png'
import type { Day } from '../batches/digest.ts'
import type { OutgoingFile } from './message.ts'

type Colour = readonly [red: number, green: number, blue: number]
const white: Colour = [255, 255, 255]
const blue: Colour = [47, 111, 222]
/** Of weekends, on which less is expected. */
const pale: Colour = [166, 192, 238]
const grey: Colour = [190, 196, 204]

/** In pixels: narrow enough for a phone, and for a thread. */
const bar = 32
const gap = 8
const height = 80
const ground = 2

const levels = '▁▂▃▄▅▆▇█'

/** `activity.png`: one bar per day, the highest as high as the picture; it holds no words. */
export function activityChart(days: readonly Day[]): OutgoingFile {
  const width = days.length * (bar + gap) + gap
  const most = Math.max(1, ...days.map(({ files }) => files))
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(colourAt(x, height - 1 - y), (y * width + x) * 3)
  }
  return { name: 'activity.png', type: 'image/png', bytes: encode({ width, height, data, channels: 3, depth: 8 }) }

  function colourAt(x: number, above: number): Colour {
    if (above < ground) return grey
    const day = days[Math.floor(x / (bar + gap))]
    if (!day || x % (bar + gap) < gap) return white
    const top = ground + Math.round((day.files / most) * (height - ground))
    if (above >= top) return white
    return day.date.dayOfWeek > 5 ? pale : blue
  }
}

/** "▂▅█▁": the lowest stands for none, the highest for the most. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(1, ...counts)
  return counts.map((count) => levels[Math.ceil((count / most) * (levels.length - 1))]).join('')
}
