// Draws with the site's templates, of which the build gives the syntax trees that Jinja makes (macros/derived/drawing.py),
// as far as ours use that language. What is put into HTML is escaped, unless it is HTML already.

/** HTML. */
export class Markup {
  constructor(html) {
    this.html = html;
  }

  toString() {
    return this.html;
  }
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

/** A value as HTML; words that know how they are written as HTML, such as passages, say so by `toHTML()`. */
export const escape = (value) => {
  if (value instanceof Markup) return value.html;
  return value?.toHTML ? value.toHTML() : String(value ?? "").replace(/[&<>"']/g, (sign) => SIGNS[sign]);
};

const isTrue = (value) => {
  if (Array.isArray(value)) return value.length > 0;
  return value instanceof Markup || value?.toHTML ? String(value) !== "" : Boolean(value);
};
const said = (value) => (value?.constructor === Object ? JSON.stringify(value) : String(value));
const equal = (one, other) => one === other || (one instanceof Object && other != null && said(one) === said(other));
const pick = (value, path) => path.split(".").reduce((found, name) => found?.[name], value);

const TESTS = {
  defined: (value) => value !== undefined,
  none: (value) => value === null || value === undefined,
  sameas: (value, other) => value === other,
  eq: equal,
  in: (value, list) => list.some((each) => equal(each, value)),
};
const OPERATORS = {
  eq: equal,
  ne: (one, other) => !equal(one, other),
  in: (one, list) => TESTS.in(one, list),
  gt: (one, other) => one > other,
};
const chosen = (list, how, test = isTrue, given = []) => list.filter((each) => Boolean(test(how(each), ...given)));
const FILTERS = {
  length: (value) => value?.length ?? 0,
  list: (value) => [...value],
  string: String,
  lower: (value) => String(value).toLowerCase(),
  unique: (values) => [...new Set(values)],
  map: (values, { attribute }) => values.map((each) => pick(each, attribute)),
  select: (values, test, ...given) => chosen(values, (each) => each, TESTS[test], given),
  reject: (values, test, ...given) => chosen(values, (each) => each, (...all) => !TESTS[test](...all), given),
  selectattr: (values, name, test, ...given) => chosen(values, (each) => pick(each, name), TESTS[test], given),
  rejectattr: (values, name) => chosen(values, (each) => !isTrue(pick(each, name))),
};

export class Templates {
  /** `trees` by name; `filters` that only our templates have. */
  constructor(trees, filters) {
    Object.assign(this, { trees, filters: { ...FILTERS, ...filters } });
  }

  render(name, values) {
    return new Markup(this.#within(this.trees[name].body, { ...values }));
  }

  #within(nodes, scope) {
    return (nodes ?? []).map((node) => this.#draw(node, scope)).join("");
  }

  #draw(node, scope) {
    const value = (each) => this.#value(each, scope);
    switch (node.is) {
      case "Output":
        return node.nodes.map((each) => (each.is === "TemplateData" ? each.data : escape(value(each)))).join("");
      case "If": {
        const branch = [node, ...(node.elif_ ?? [])].find(({ test }) => isTrue(value(test)));
        return this.#within(branch ? branch.body : node.else_, scope);
      }
      case "For":
        return this.#loop(node, scope);
      case "With":
        return this.#within(node.body, this.#inner(scope, Object.assign({}, ...(node.targets ?? []).map(({ name }, at) => ({ [name]: value(node.values[at]) })))));
      case "Assign":
        this.#assign(node.target, value(node.node), scope);
        return "";
      case "AssignBlock":
        scope[node.target.name] = new Markup(this.#within(node.body, this.#inner(scope)));
        return "";
      case "Include":
        return this.#within(this.trees[value(node.template)].body, this.#inner(scope));
      case "Macro":
        scope[node.name] = (...given) => new Markup(this.#within(node.body, this.#inner(scope, this.#given(node, given, scope))));
        return "";
      default:
        throw new Error(node.is);
    }
  }

  #inner(scope, values = {}) {
    return Object.assign(Object.create(scope), values);
  }

  #given({ args, defaults = [] }, given, scope) {
    const first = args.length - defaults.length;
    return Object.fromEntries(args.map(({ name }, at) => [name, at < given.length ? given[at] : this.#value(defaults[at - first], scope)]));
  }

  #assign(target, value, scope) {
    if (target.is === "Tuple") target.items.forEach((each, at) => this.#assign(each, value[at], scope));
    else scope[target.name] = value;
  }

  #loop(node, scope) {
    const all = this.#value(node.iter, scope) ?? [];
    return all.map((each, at) => {
      const inner = this.#inner(scope, { loop: { index: at + 1, first: at === 0, last: at === all.length - 1 } });
      this.#assign(node.target, each, inner);
      return this.#within(node.body, inner);
    }).join("");
  }

  #value(node, scope) {
    const value = (each) => this.#value(each, scope);
    switch (node.is) {
      case "Const":
        return node.value;
      case "TemplateData":
        return new Markup(node.data);
      case "Name":
        return scope[node.name];
      case "Getattr":
        return value(node.node)?.[node.attr];
      case "Getitem":
        return value(node.node)?.[value(node.arg)];
      case "Call":
        return this.#call(node, scope);
      case "Filter":
        return this.filters[node.name](value(node.node), ...this.#arguments(node, scope));
      case "Test":
        return TESTS[node.name](value(node.node), ...this.#arguments(node, scope));
      case "List":
      case "Tuple":
        return (node.items ?? []).map(value);
      case "Add": {
        const [left, right] = [value(node.left), value(node.right)];
        return Array.isArray(left) ? [...left, ...right] : left + right;
      }
      case "Concat":
        return node.nodes.map((each) => String(value(each))).join("");
      case "Compare": {
        const [{ op, expr }] = node.ops;
        return OPERATORS[op](value(node.expr), value(expr));
      }
      case "CondExpr":
        return isTrue(value(node.test)) ? value(node.expr1) : node.expr2 && value(node.expr2);
      case "And": {
        const left = value(node.left);
        return isTrue(left) ? value(node.right) : left;
      }
      case "Or": {
        const left = value(node.left);
        return isTrue(left) ? left : value(node.right);
      }
      case "Not":
        return !isTrue(value(node.node));
      default:
        throw new Error(node.is);
    }
  }

  #call({ node, ...given }, scope) {
    const all = this.#arguments(given, scope);
    return node.is === "Getattr" ? this.#value(node.node, scope)[node.attr](...all) : this.#value(node, scope)(...all);
  }

  /** Named ones are one object, the last. */
  #arguments({ args = [], kwargs = [], dyn_args: more }, scope) {
    const named = Object.fromEntries(kwargs.map(({ key, value }) => [key, this.#value(value, scope)]));
    return [...args.map((each) => this.#value(each, scope)), ...(more ? this.#value(more, scope) : []), ...(kwargs.length ? [named] : [])];
  }
}
