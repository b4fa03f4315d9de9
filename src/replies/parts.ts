// Moodle reads some fifty rows a second and a proxy may cut a long page: a long file is also given in parts.
import type { Report } from '../checking/report.ts'

/** Rows of a part (policy, "File"). */
export const partRows = 1_000
/** Chats take ten files in a post: the whole file, the rows to review, the annotated workbook, and these. */
const most = 7

/** Texts of the parts, each under the header; none when the file is short, or too long for a post. */
export function partsOf({ corrected }: Pick<Report, 'corrected'>): readonly string[] {
  if (corrected === null || corrected.rows <= partRows || corrected.rows > partRows * most) return []
  const [header = '', ...rows] = corrected.text.trimEnd().split('\n')
  // A cell with a line break, which a corrected file never has, could be cut in two.
  if (rows.length !== corrected.rows) return []
  const count = Math.ceil(rows.length / partRows)
  return Array.from({ length: count }, (_, index) =>
    [header, ...rows.slice(index * partRows, (index + 1) * partRows), ''].join('\n'),
  )
}
