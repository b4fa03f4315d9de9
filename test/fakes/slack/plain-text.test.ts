import { describe, expect, it } from 'vitest'
import { plainText, readMrkdwn } from './plain-text.ts'

describe('what a person reads', () => {
  it.each([
    ['*gras* et _penché_, ~rayé~', 'gras et penché, rayé'],
    ['`code *tel quel* <b>`', 'code *tel quel* <b>'],
    ['`a` puis *b*', 'a puis b'],
    ['2 * 3 * 4 et a_b_c', '2 * 3 * 4 et a_b_c'],
    ['&lt;b&gt; &amp;amp;', '<b> &amp;'],
    ['<https://moodle.example|la page>', 'la page'],
    ['<https://moodle.example>', 'https://moodle.example'],
    ['<!channel> <@U0MARIE> <#C0SUPPORT>', '@!channel @U0MARIE #C0SUPPORT'],
    ['```\nligne 1\n```', '\nligne 1\n'],
  ])('in %s: %s', (text, read) => {
    expect(readMrkdwn(text)).toBe(read)
  })

  it('is every block in turn, or the text when there is none', () => {
    const plain = (text: string) => ({ type: 'plain_text', text })
    const rich = {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'a*' },
            { type: 'emoji', name: 'eyes' },
          ],
        },
        {
          type: 'rich_text_section',
          elements: [
            { type: 'user', user_id: 'U0MARIE' },
            { type: 'link', url: 'x:y' },
          ],
        },
      ],
    }
    const blocks = [
      { type: 'header', text: plain('*Titre*') },
      { type: 'section', text: { type: 'mrkdwn', text: '*un*' }, fields: [plain('deux'), plain('trois')] },
      { type: 'context', elements: [plain('quatre'), { type: 'mrkdwn', text: '_cinq_' }] },
      { type: 'divider' },
      { type: 'actions', elements: [{ type: 'button', text: plain('Fait') }] },
      { type: 'markdown', text: '# Six\n**sept** *huit* [neuf](x:y) `**dix**` \\*' },
      { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }, rich]] },
    ]
    expect(plainText({ text: 'not shown', blocks }).split('\n')).toEqual([
      '*Titre*',
      'un',
      'deux',
      'trois',
      'quatre cinq',
      'Six',
      'sept huit neuf **dix** *',
      'a | a*:eyes:',
      '@U0MARIEx:y',
    ])
    expect(plainText({ text: '*seul*', blocks: [] })).toBe('seul')
  })
})
