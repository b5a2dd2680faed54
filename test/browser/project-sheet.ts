import type { Page } from 'playwright-core'

const exact = { exact: true } as const

/** Fills in a project sheet as a person would, but for its zones. The contact's address is left wrong. */
export async function fillProjectSheet(page: Page, title: string): Promise<void> {
  await page.getByLabel('Nom de l’organisation').fill('Organisation exemple A')
  await page.getByLabel('Type d’organisation').selectOption({ label: 'ONG nationale' })
  await page.getByLabel('Membre de la PFONGUE', exact).check()
  await page.getByLabel('Nom de la personne à contacter').fill('Chargée de projet (exemple)')
  await page.getByLabel('Adresse électronique').fill('projet-sans-arobase')
  await group(page, 'Ce contact peut-il être affiché').getByLabel('Non', exact).check()
  await page.getByLabel('Titre du projet').fill(title)
  await page.getByLabel('Résumé du projet').fill('Accueillir les migrants de retour à Guédiawaye : ŋ, ñ, ë.')
  await choose(page, 'projet_statut', '2')
  await chooseMonth(page, 'date_debut', '03', '2018')
  await choose(page, 'theme_principal', 'retour')
  await page.locator('[name="types_activite"][value="psychosocial"]').check()
  await page.locator('[name="etapes"][value="retour"]').check()
  await page.locator('[name="publics"][value="jeunes"]').check()
  await page.getByLabel('Nombre de personnes visées').fill('1 500')
  await choose(page, 'couverture', 'zones')
  await choose(page, 'visibilite', 'public')
  await page.locator('[name="consentement"]').check()
}

/** Presses the button at the end of the form. */
export const press = (page: Page): Promise<void> => page.locator('.actions button[value="send"]').click()

/** Chooses a region and one of its departments in the nth zone, counted from 0. */
export async function fillZone(page: Page, index: number, region: string, department: string): Promise<void> {
  await choose(page, `zones.${index}.zone_region`, region)
  await choose(page, `zones.${index}.zone_departement`, department)
}

/** A choice by its code, whether it is shown as buttons or as a list. */
async function choose(page: Page, name: string, code: string): Promise<void> {
  const list = page.locator(`select[name="${name}"]`)
  if ((await list.count()) > 0) await list.selectOption(code)
  else await page.locator(`[name="${name}"][value="${code}"]`).check()
}

async function chooseMonth(page: Page, name: string, month: string, year: string): Promise<void> {
  await page.locator(`[name="${name}.month"]`).selectOption(month)
  await page.locator(`[name="${name}.year"]`).fill(year)
}

const group = (page: Page, words: string) => page.getByRole('group', { name: words })
