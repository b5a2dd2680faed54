import type { Expression, Node } from './node.ts'

/** The distinct names used as `${name}`, in the order they first appear. */
export function references(expression: Expression): readonly string[] {
  return names(expression.tree, 'reference')
}

/** The distinct bare names used, which only a choice_filter may. */
export function attributes(expression: Expression): readonly string[] {
  return names(expression.tree, 'attribute')
}

function names(tree: Node, kind: 'reference' | 'attribute'): readonly string[] {
  return [...new Set(nodes(tree).flatMap((node) => (node.kind === kind ? [node.name] : [])))]
}

function nodes(node: Node): readonly Node[] {
  return [node, ...children(node).flatMap(nodes)]
}

function children(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'negation':
      return [node.operand]
    case 'chain':
      return [node.first, ...node.rest.map(({ operand }) => operand)]
    case 'call':
      return node.operands
    case 'literal':
    case 'reference':
    case 'attribute':
    case 'self':
    case 'position':
      return []
  }
}
