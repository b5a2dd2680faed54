export { type Board, type BoardColumn, type BoardRow, keyColumn } from './board.ts'
export { dashboard, dashboardRows } from './dashboard.ts'
export { journal, journalRows } from './journal.ts'
export { type MirrorState, stateBoard, stateRows } from './state.ts'
