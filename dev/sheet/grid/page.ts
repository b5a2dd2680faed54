import type { Book } from '../book/types.ts'

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter)

const tools: readonly (readonly [string, string, string])[] = [
  ['sortAscending', 'Trier A → Z', 'Trier les lignes selon la colonne choisie, de A à Z'],
  ['sortDescending', 'Trier Z → A', 'Trier les lignes selon la colonne choisie, de Z à A'],
  ['insertRow', 'Insérer une ligne', 'Insérer une ligne au-dessus de la cellule choisie'],
  ['deleteRow', 'Supprimer la ligne', 'Supprimer la ligne de la cellule choisie'],
  ['insertColumn', 'Insérer une colonne', 'Insérer une colonne à gauche de la cellule choisie'],
  ['deleteColumn', 'Supprimer la colonne', 'Supprimer la colonne de la cellule choisie'],
  ['moveLeft', '← Colonne', 'Déplacer la colonne choisie vers la gauche'],
  ['moveRight', 'Colonne →', 'Déplacer la colonne choisie vers la droite'],
  ['hideColumn', 'Masquer la colonne', 'Masquer ou afficher la colonne choisie'],
  ['hideRow', 'Masquer la ligne', 'Masquer ou afficher la ligne choisie'],
]

const tabTools: readonly (readonly [string, string])[] = [
  ['addTab', 'Ajouter un onglet'],
  ['renameTab', 'Renommer'],
  ['duplicateTab', 'Dupliquer'],
  ['deleteTab', 'Supprimer l’onglet'],
]

/** The shell of the grid; its script fills the tabs and the table. */
export function gridPage(book: Book, asked: string | null): string {
  const title = escaped(book.properties.title)
  const tab = escaped(asked ?? '')
  const toolButtons = tools.map(
    ([name, label, hint]) =>
      `<button type="button" data-tool="${name}" title="${escaped(hint)}">${escaped(label)}</button>`,
  )
  const tabButtons = tabTools.map(
    ([name, label]) => `<button type="button" data-tool="${name}">${escaped(label)}</button>`,
  )
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/grid/style.css">
</head>
<body data-asked="${tab}">
<header>
<h1>${title}</h1>
<p>Feuille locale : elle tient lieu de Google Sheets sur cette machine. Double-clic ou Entrée pour modifier une cellule, coller pour remplir un bloc.</p>
</header>
<section aria-label="Outils">
<div class="tools" role="toolbar" aria-label="Actions sur la feuille">${toolButtons.join('')}
<label><input type="checkbox" id="show-hidden"> Montrer ce qui est masqué</label></div>
<p class="place"><output id="place">Aucune cellule choisie</output><span id="pager"></span></p>
<p id="message" role="status" aria-live="polite"></p>
</section>
<main id="scroller" tabindex="-1"><table id="grid" aria-label="Cellules"><thead></thead><tbody></tbody></table></main>
<nav aria-label="Onglets"><span id="tabs" role="tablist"></span>
<span class="tools">${tabButtons.join('')}</span></nav>
<dialog id="ask" aria-labelledby="ask-label"><form method="dialog"><label><span id="ask-label"></span><input id="ask-text" autocomplete="off"></label>
<p><button value="ok">Valider</button><button value="" formnovalidate>Annuler</button></p></form></dialog>
<noscript><p>Cette grille a besoin de JavaScript.</p></noscript>
<script src="/grid/script.js" type="module"></script>
</body>
</html>
`
}
