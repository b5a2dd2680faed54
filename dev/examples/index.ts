import { sendExamples } from './send.ts'

/** `npm run examples`: fills the Recueil that `npm start` runs with made-up organisations and project sheets. */
const url = process.argv[2] ?? `http://127.0.0.1:${process.env.PORT || 8787}`
try {
  const sent = await sendExamples(url, { seed: 2018, organisations: 60, sheets: 300 })
  console.log(
    `${sent.organisations} organisations et ${sent.sheets} fiches d’exemple, dont ${sent.published} publiées : ${url}`,
  )
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}
