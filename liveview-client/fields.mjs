/**
 * Finds the fields that the small bundles may call by shorter names: those that only records of ours have. Changes nothing.
 *
 * An `interface` in `src` is a record of ours, and its members are ours; a type literal describes what is somebody else's. A name
 * that is also used of anything else (the browser's objects, values of the wire, a module) keeps its length everywhere.
 */
import { SyntaxKind } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

/** The names, of the project whose configuration and sources lie in this folder. */
export function ownFields(root) {
  const api = new API({ cwd: root });
  try {
    const [project] = api.updateSnapshot({ openProject: `${root}/tsconfig.json` }).getProjects();
    const own = new Set();
    const others = new Set();
    for (const name of project.program.getSourceFileNames()) {
      if (!name.startsWith(`${root}/src/`)) continue;
      const visit = (node) => {
        for (const [name, symbol] of usesIn(project.checker, node)) {
          (symbol?.declarations.every(isOurs) ? own : others).add(name);
        }
        node.forEachChild(visit);
      };
      visit(project.program.getSourceFile(name));
    }
    return [...own].filter((name) => !others.has(name)).sort();
  } finally {
    api.close();
  }
}

/** Whether a member is declared in an interface of the sources. */
function isOurs(declaration) {
  const member = declaration.resolve();
  return declaration.path.includes("/src/") && member?.parent.kind === SyntaxKind.InterfaceDeclaration;
}

/** The names of properties that a node itself uses, each with what it is a member of. */
function usesIn(checker, node) {
  const memberOf = (type, name) => {
    const one = type && (checker.getNonNullableType(type) ?? type);
    const found = one && checker.getPropertyOfType(one, name);
    return (
      found ??
      one
        ?.getTypes?.()
        ?.map((part) => memberOf(part, name))
        .find(Boolean)
    );
  };
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
