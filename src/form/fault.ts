/** What is wrong with a definition: "Form "x", field "y": the reason". `where` is '' for the form as a whole. */
export function faultOf(form: string, where: string, reason: string): Error {
  return new Error(`Form "${form}"${where === '' ? '' : `, ${where}`}: ${reason}`)
}
