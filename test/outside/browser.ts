// A real browser from npm alone: the package carries Chromium, the libraries a bare machine lacks, and a font.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const bin = join(dirname(require.resolve('@sparticuz/chromium')), '..', 'bin')
const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chromium')

const fonts = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${join(cache, 'fonts')}</dir><cachedir>${cache}/fonts-cache</cachedir></fontconfig>
`

/** Launches it without a sandbox (tests run as root in containers) and without any talk to the outside. */
export async function launchBrowser(): Promise<Browser> {
  if (!existsSync(cache)) await unpack()
  return await chromium.launch({
    executablePath: join(cache, 'chromium'),
    headless: true,
    env: {
      ...(process.env as Record<string, string>),
      LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(cache, 'fonts.conf'),
    },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-default-apps',
      '--no-first-run',
      '--no-pings',
    ],
  })
}

/** Unpacks beside and renames, so that two test runs at once never see half a browser. */
async function unpack(): Promise<void> {
  await mkdir(dirname(cache), { recursive: true })
  const folder = await mkdtemp(`${cache}-`)
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(bin, name))
    await writeFile(join(folder, 'fonts.conf'), fonts)
    await rename(folder, cache).catch(() => rm(folder, { recursive: true }))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
