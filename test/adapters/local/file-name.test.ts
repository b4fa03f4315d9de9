import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attachmentHeader, cleanFileName } from '../../../src/adapters/local/file-name.ts'

/** Any UTF-16, lone surrogates too. */
const anyText = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('utf16le'))

describe('a file name', () => {
  it.each([
    ['liste.csv', 'liste.csv'],
    ['Liste « été ».csv', 'Liste « été ».csv'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\marie\\liste.csv', 'liste.csv'],
    ['a\u0000b\r\nc\u007f.csv', 'abc.csv'],
    ['liste\u202evsc.exe', 'listevsc.exe'],
    ['  liste.csv ', 'liste.csv'],
    ['a\ud800.csv', 'a\ufffd.csv'],
    ['', 'file'],
    ['..', 'file'],
    ['dossier/', 'file'],
    [`${'x'.repeat(300)}.csv`, `${'x'.repeat(196)}.csv`],
    ['🎓'.repeat(300), '🎓'.repeat(200)],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept)
  })

  it('never has a folder, a control character or nothing at all, whatever it was', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        expect(cleanFileName(name)).toMatch(/^[^/\\\p{Cc}]+$/u)
      }),
    )
  })

  it('makes a header that is printable ASCII and reads back as it was', () => {
    fc.assert(
      fc.property(anyText.map(cleanFileName), (name) => {
        const header = attachmentHeader(name)
        expect(header).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.!~%-]+$/)
        expect(header).toMatch(/^[\x20-\x7e]+$/)
        expect(decodeURIComponent(header.slice(header.lastIndexOf("''") + 2))).toBe(name)
      }),
    )
  })
})
