/** A node of the ESTree that the linter hands to a rule, with the fields that our rules read. */
export interface SyntaxNode {
  type: string;
  parent?: SyntaxNode | null;
  name?: string;
  value?: unknown;
  source?: SyntaxNode | null;
  argument?: SyntaxNode;
  arguments?: SyntaxNode[];
  callee?: SyntaxNode;
  object?: SyntaxNode;
  property?: SyntaxNode;
  imported?: SyntaxNode;
  local?: SyntaxNode;
  specifiers?: SyntaxNode[];
  declaration?: SyntaxNode | null;
  declarations?: SyntaxNode[];
  id?: SyntaxNode | null;
  init?: SyntaxNode | null;
  key?: SyntaxNode;
  properties?: SyntaxNode[];
  body?: SyntaxNode[];
}

/** A comment of the source text, without its delimiters. */
interface SourceComment {
  type: 'Line' | 'Block' | 'Shebang';
  value: string;
}

/** A scope of the file, with the uses of variables that stand directly in it. */
interface Scope {
  /** `resolved` is the variable meant, without `defs` if it is a global; null if nothing by that name is known. */
  references: { identifier: SyntaxNode; resolved: { defs: unknown[] } | null }[];
}

/** What the linter gives to a rule while it visits one file. */
export interface RuleContext {
  filename: string;
  sourceCode: {
    /** Comments between the token before the node and the node. */
    getCommentsBefore(node: SyntaxNode): SourceComment[];
    /** The innermost scope that holds the node. */
    getScope(node: SyntaxNode): Scope;
  };
  report(finding: { node: SyntaxNode; message: string }): void;
}

/** Functions to call on each node of a type; keys are ESTree node types. */
export type Visitors = Record<string, (node: SyntaxNode) => void>;

/** One rule, in the form that ESLint and oxlint share. */
export interface Rule {
  meta: { type: 'problem' | 'suggestion'; docs: { description: string } };
  create(context: RuleContext): Visitors;
}
