import { beside, chapters, controls } from './index.ts'

const repository = '../test'

/** The page of what answers the OWASP ASVS, as Markdown. */
export function page(): string {
  const tables = chapters.flatMap(({ title, controls: some }) => [
    `## ${title}`,
    '',
    '| item | level | what it asks | what answers it | tests |',
    '|---|---|---|---|---|',
    ...some.map(
      ({ id, level, asks, control, tests }) =>
        `| ${id} | ${level} | ${asks} | ${control} | ${tests
          .map(([file, name]) => `[${cell(name)}](${repository}/${file})`)
          .join('<br>')} |`,
    ),
    '',
  ])
  const lines = [
    '# Security: OWASP ASVS 5.0.0, item by item',
    '',
    `${controls.length} items of the [Application Security Verification Standard](https://owasp.org/www-project-application-security-verification-standard/), each with what answers it and the tests that fail when it no longer holds. What an item asks is said in short and in our words. The page is made from \`test/proof/\`; \`npm test\` fails when it is out of date, or when a test it names is not there or did not run and pass.`,
    '',
    ...tables,
    '## What asks for nothing here',
    '',
    ...beside.map(({ id, why }) => `- ${id}: ${why}`),
    '',
  ]
  return lines.join('\n')
}

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('[', '\\[').replaceAll(']', '\\]')
