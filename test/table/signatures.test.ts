import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decode } from '../../src/table/decode.ts'
import { encode } from './eight-bit.ts'
import { zip } from './zip.ts'

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const ole = (...streams: string[]) => {
  const names = Buffer.concat(streams.map((name) => Buffer.from(`${name}\0`, 'utf16le')))
  return new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), names]))
}
const table = '<tr><td>username</td></tr></table>'

test.each<[string, Uint8Array, string]>([
  ['a page', latin1(`<!DOCTYPE html><html><body><table>${table}`), 'html'],
  ['a bare table', latin1(`<table>${table}`), 'html'],
  ['an export in disguise', latin1(`\n <!-- x -->\n<HTML xmlns:x="urn:excel"><body><table>${table}`), 'html'],
  ['XHTML', latin1(`<?xml version="1.0"?><!DOCTYPE html><html>${table}`), 'html'],
  ['a page in UTF-16', encode(`\ufeff<html><table>${table}`, 'utf-16le')!, 'html'],
  ['a page saved with its pictures', latin1('MIME-Version: 1.0\nContent-Type: text/html\n\nx'), 'html'],
  ['PDF', latin1('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'pdf'],
  ['PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image'],
  ['JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'image'],
  ['GIF', latin1('GIF89a\x01\0\x01\0'), 'image'],
  ['WebP', latin1('RIFF\x1a\0\0\0WEBPVP8L'), 'image'],
  ['BMP', latin1('BM\x36\0\x0c\0\0\0\0\0\x36\0\0\0'), 'image'],
  ['HEIC', latin1('\0\0\0\x18ftypheic'), 'image'],
  ['SVG', latin1('<?xml version="1.0"?>\n<svg width="1">'), 'image'],
  ['gzip', new Uint8Array(gzipSync('username;course1\n')), 'archive'],
  ['rar', latin1('Rar!\x1a\x07\x01\0'), 'archive'],
  ['7z', latin1("7z\xbc\xaf'\x1c\0\x04"), 'archive'],
  ['tar', latin1(`${'liste.csv'.padEnd(257, '\0')}ustar\0`), 'archive'],
  ['a zip of a table', zip([['liste.csv', 'username;course1\n']]), 'archive'],
  [
    'a text of Word',
    zip([
      ['[Content_Types].xml', 'x'],
      ['word/document.xml', 'x'],
    ]),
    'archive',
  ],
  ['a text of LibreOffice', zip([['content.xml', 'application/vnd.oasis.opendocument.text']]), 'archive'],
  [
    'the start of an .xlsx',
    latin1('PK\x03\x04\x14\0\x06\0\b\0\0\0!\0bA\xc7O[Content_Types].xml \xcf\x92K'),
    'spreadsheet',
  ],
  [
    'a workbook in XML',
    latin1('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    'spreadsheet',
  ],
  ['an .xls', ole('Workbook'), 'spreadsheet'],
  ['an .xls of Excel 95', ole('Book'), 'spreadsheet'],
  ['a locked .xlsx', ole('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
  ['an old text of Word', ole('WordDocument'), 'binary'],
  ['RTF', latin1('{\\rtf1\\ansi username'), 'binary'],
])('%s', (_, bytes, reason) => {
  expect(decode(bytes)).toEqual({ kind: 'unreadable', reason })
})

test.each([
  ['a cell that speaks of a page', 'username;<table>\n'],
  ['a header that starts like a picture', 'BM;username\n'],
  ['a header that starts like an archive', 'PK;username\n'],
  ['a title in angle brackets', '<liste> M1\nusername;course1\n'],
])('a table all the same: %s', (_, text) => {
  expect(decode(latin1(text))).toMatchObject({ kind: 'text', text })
})
