// `npm run docs`: writes the pages of docs/ that are made from the code.
import { writeFile } from 'node:fs/promises'
import { languages } from './moodle/language.ts'
import { problemsPage } from './replies/problems-page.ts'
import { rules } from './rules/index.ts'

for (const language of languages) {
  const path = `docs/problems.${language}.md`
  await writeFile(path, problemsPage(rules, language))
  process.stdout.write(`${path} is written\n`)
}
