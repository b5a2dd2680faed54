import type { Child } from 'hono/jsx'

/** What is known of something, line by line: what it is called, and what it is. */
export function Facts({ lines }: { lines: readonly (readonly [label: string, shown: Child])[] }) {
  return (
    <dl class="answers">
      {lines.map(([label, shown]) => (
        <div>
          <dt>{label}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  )
}
