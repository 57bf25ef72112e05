import { astFromValue, getNullableType, isInputObjectType, isListType, typeFromAST, valueFromASTUntyped, type DocumentNode, type GraphQLInputType, type GraphQLSchema } from 'graphql';

type Fill = (value: unknown) => unknown;

/**
 * Fills in what the schema says of input fields that a caller left out. The specification asks for it ("Input Objects,
 * Input Coercion", October 2021); graphql-jit 0.8.9 refuses such a field when it is non-null. Null when no variable needs it.
 */
export function inputDefaults(schema: GraphQLSchema, document: DocumentNode): ((variables: Record<string, unknown>) => Record<string, unknown>) | null {
  const fills = new Map<string, Fill>();
  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      const fill = fillerOf(typeFromAST(schema, type as never) as GraphQLInputType | undefined, new Set());
      if (fill) fills.set(variable.name.value, fill);
    }
  }
  if (fills.size === 0) return null;
  return (variables) => Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, fills.get(name)?.(value) ?? value]));
}

function fillerOf(given: GraphQLInputType | undefined, above: ReadonlySet<string>): Fill | null {
  const type = getNullableType(given);
  if (isListType(type)) {
    const item = fillerOf(type.ofType as GraphQLInputType, above);
    return item && ((value) => (Array.isArray(value) ? value.map(item) : item(value)));
  }
  // A type that holds itself is left to the executor: none of ours does.
  if (!isInputObjectType(type) || above.has(type.name)) return null;
  const fields = Object.values(type.getFields()).map((field) => {
    const literal = field.defaultValue === undefined ? null : astFromValue(field.defaultValue, field.type);
    return { name: field.name, standIn: literal ? valueFromASTUntyped(literal) : undefined, fill: fillerOf(field.type, new Set([...above, type.name])) };
  });
  const needed = fields.filter((field) => field.standIn !== undefined || field.fill);
  if (needed.length === 0) return null;
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const filled: Record<string, unknown> = { ...value };
    for (const { name, standIn, fill } of needed) {
      if (filled[name] === undefined) {
        if (standIn !== undefined) filled[name] = standIn;
      } else if (fill) filled[name] = fill(filled[name]);
    }
    return filled;
  };
}
