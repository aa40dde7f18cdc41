import type { OpenApiDocument } from './finish-document.ts';

const reference = '#/components/schemas/';

/**
 * Leaves out components that nothing refers to, and with them the twins of replies that no request body uses; what only requests use
 * gets the name that its schema was given, without the generator's ending. Tuples of one sort become lists of a length, which more
 * generators of clients understand.
 */
export function withPlainComponents(document: OpenApiDocument): OpenApiDocument {
  const schemas = document.components?.schemas ?? {};
  const used = usedNames(document, schemas);
  const plain = (name: string): string => {
    const short = name.replace(/Input$/, '');
    return used.has(short) ? name : short;
  };
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  const renamed = kept.map(([name, schema]) => [plain(name), schema]);
  const whole = { ...document, components: { ...document.components, schemas: Object.fromEntries(renamed) as object } };
  return JSON.parse(JSON.stringify(whole), (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string') return `${reference}${plain(value.slice(reference.length))}`;
    return isTuple(value) ? asList(value) : value;
  }) as OpenApiDocument;
}

function usedNames({ paths }: OpenApiDocument, schemas: Readonly<Record<string, object>>): Set<string> {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const name of referencesIn(value)) {
      if (used.has(name)) continue;
      used.add(name);
      visit(schemas[name]);
    }
  };
  visit(paths);
  return used;
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key === '$ref' && typeof item === 'string' ? [item.slice(reference.length)] : referencesIn(item),
  );
}

interface Tuple {
  readonly prefixItems: readonly object[];
  readonly items: unknown;
}

function isTuple(value: unknown): value is Tuple {
  return typeof value === 'object' && value !== null && 'prefixItems' in value && Array.isArray(value.prefixItems);
}

function asList(tuple: Tuple): object {
  const { prefixItems, items, ...rest } = tuple;
  const [first, ...others] = prefixItems.map((item) => JSON.stringify(item));
  if (items !== false || others.some((other) => other !== first)) return tuple;
  return { ...rest, items: prefixItems[0], minItems: prefixItems.length, maxItems: prefixItems.length };
}
