/**
 * Finds the fields that the small bundles may call by shorter names, those that only records of ours have, and the names. Changes
 * nothing.
 *
 * An `interface` in `src` is a record of ours, and its members are ours; a type literal describes what is somebody else's. A name
 * that is also used of anything else (the browser's objects, values of the wire, a module) keeps its length everywhere.
 *
 * Two fields that no record can both have may get the same short name. Interfaces belong to one family where a value of one is
 * somewhere taken for the other, or spread into it; within a family all short names differ.
 */
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

/** Every field by its short name, of the project whose configuration and sources lie in this folder. */
export function shortNames(root) {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: `${root}/tsconfig.json` }).getProjects();
    const files = project.program.getSourceFileNames().filter((name) => name.startsWith(`${root}/src/`));
    const found = { uses: new Map(), others: new Set(), families: new Families() };
    for (const file of files) look(project.checker, project.program.getSourceFile(file), found);
    return choose(found);
  } finally {
    api.close();
  }
}

/** Notes what a node and all in it say of fields. */
function look(checker, node, found) {
  for (const [name, symbol] of usesIn(checker, node)) {
    if (symbol?.declarations.every(isOurs)) found.uses.set(name, (found.uses.get(name) ?? 0) + 1);
    else found.others.add(name);
  }
  for (const types of meetingsIn(checker, node)) found.families.join(types.flatMap((type) => fieldsOf(checker, type)));
  node.forEachChild((child) => look(checker, child, found));
}

/** Whether a member is declared in an interface of the sources. */
function isOurs(declaration) {
  const member = declaration.resolve();
  return declaration.path.includes("/src/") && member?.parent.kind === SyntaxKind.InterfaceDeclaration;
}

/** The names of properties that a node itself uses, each with what it is a member of. */
function usesIn(checker, node) {
  const memberOf = (type, name) =>
    partsOf(type)
      .map((part) => checker.getPropertyOfType(part, name))
      .find(Boolean);
  switch (node.kind) {
    case SyntaxKind.PropertyAccessExpression:
    case SyntaxKind.PropertySignature:
    case SyntaxKind.MethodSignature:
      return [[node.name.text, checker.getSymbolAtLocation(node.name)]];
    case SyntaxKind.ObjectBindingPattern: {
      const type = checker.getTypeAtLocation(node);
      const names = node.elements.filter((element) => !element.dotDotDotToken);
      return names
        .map(({ propertyName, name }) => (propertyName ?? name).text)
        .map((name) => [name, memberOf(type, name)]);
    }
    case SyntaxKind.ObjectLiteralExpression: {
      const type = checker.getContextualType(node);
      const names = node.properties.filter(({ name }) => name?.text);
      return names.map(({ name }) => [name.text, memberOf(type, name.text)]);
    }
    default:
      return [];
  }
}

/** The types that a value of a type may have. */
function partsOf(type) {
  if (!type?.isUnionType() && !type?.isIntersectionType()) return type ? [type] : [];
  return answer(() => type.getTypes())?.flatMap(partsOf) ?? [];
}

/** What the compiler answers. This version of it fails where it should speak of tuples, which are no records of ours. */
function answer(ask) {
  try {
    return ask();
  } catch (error) {
    if (!/TupleType/.test(error)) throw error;
    return undefined;
  }
}

/** The types that a node says may be found in one value: an interface's own, a union's, or what becomes what. */
function meetingsIn(checker, node) {
  const typeOf = (value) => answer(() => checker.getTypeAtLocation(value));
  const typeAt = (place) => answer(() => checker.getContextualType(place));
  const said = (type) => answer(() => checker.getTypeFromTypeNode(type));
  switch (node.kind) {
    case SyntaxKind.InterfaceDeclaration:
      return [[typeOf(node.name)]];
    case SyntaxKind.UnionType:
      return [[said(node)]];
    case SyntaxKind.SpreadAssignment:
      return [[typeOf(node.expression), typeAt(node.parent)]];
    case SyntaxKind.AsExpression:
    case SyntaxKind.SatisfiesExpression:
      return [[typeOf(node.expression), said(node.type)]];
    default:
      return becoming(node).map((value) => [typeOf(value), typeAt(value)]);
  }
}

/** The expressions in a node whose values are given to something: a parameter, a variable, a property, a caller. */
function becoming(node) {
  switch (node.kind) {
    case SyntaxKind.CallExpression:
    case SyntaxKind.NewExpression:
      return node.arguments?.filter(({ kind }) => kind !== SyntaxKind.SpreadElement) ?? [];
    case SyntaxKind.VariableDeclaration:
    case SyntaxKind.PropertyAssignment:
      return node.initializer ? [node.initializer] : [];
    case SyntaxKind.ReturnStatement:
      return node.expression ? [node.expression] : [];
    case SyntaxKind.ArrowFunction:
      return node.body.kind === SyntaxKind.Block ? [] : [node.body];
    case SyntaxKind.BinaryExpression:
      return [node.right];
    default:
      return [];
  }
}

/** The fields of a type that are declared in interfaces of ours: the interface, and the field. */
function fieldsOf(checker, type) {
  return partsOf(type).flatMap((part) => {
    const symbol = part.getSymbol();
    // A type without a name may be made of members of any.
    if (!symbol || (!symbol.name.startsWith("__") && !symbol.declarations.some(({ path }) => path.includes("/src/"))))
      return [];
    return checker.getPropertiesOfType(part).flatMap(({ name, declarations }) => {
      const [declaration] = declarations.filter(isOurs);
      return declaration ? [[`${declaration.path} ${declaration.resolve().parent.name.text}`, name]] : [];
    });
  });
}

/** Interfaces in families, each with the fields of all of them. */
class Families {
  #fields = new Map();

  /** These fields, of interfaces that are of one family, and all that were of one with them. */
  join(fields) {
    const family = new Set();
    for (const [owner, name] of fields) {
      for (const known of this.#fields.get(owner) ?? []) family.add(known);
      family.add(`${owner} ${name}`);
    }
    for (const field of family) this.#fields.set(field.slice(0, field.lastIndexOf(" ")), family);
  }

  /** The names of each family. */
  names() {
    return [...new Set(this.#fields.values())].map(
      (family) => new Set([...family].map((field) => field.slice(field.lastIndexOf(" ") + 1))),
    );
  }
}

/** As frequent in what is left of a program as a letter can be; two of them where one does not do. */
const LETTERS = [..."etnloriufcasdpmhgyvwbjTxSEMkLOHADICWPFRVKzJBqXZGQ_$NUY"];

/** Gives each field the first short name that is free in its families, the most used ones first. */
function choose({ uses, others, families }) {
  const all = [...LETTERS, ...LETTERS.flatMap((first) => LETTERS.map((second) => first + second))];
  const free = all.filter((short) => !others.has(short));
  const own = [...uses.keys()].filter((name) => !others.has(name));
  own.sort((a, b) => uses.get(b) - uses.get(a) || (a < b ? -1 : 1));
  const names = {};
  const groups = families.names();
  for (const name of own) {
    const taken = new Set(
      groups.filter((group) => group.has(name)).flatMap((group) => [...group].map((of) => names[of])),
    );
    names[name] = free.find((short) => !taken.has(short));
  }
  return names;
}
