"""Scripts made short do what they did: every form keeps its meaning, and what isn't known stays as it was written."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquaint.render.scripts.shorten import shortened
from acquaint.render.scripts.tokens import Unknown, tokens
from acquaint.render.sheets import shortened as short_sheet
from acquaint.theme import Theme
from browsers import NEEDED, NOWHERE, chromium

FORMS = {
    "names of a block": "let found = 1; { const found = 2; used.push(found); } used.push(found);",
    "a name that a block hides and the function around it means": """
        const outer = 1;
        function both(flag) { if (flag) { const outer = 2; return outer; } return outer; }
        used.push(both(true), both(false));""",
    "a global that another function has as its own name": """
        const own = (parseInt) => parseInt + 1;
        used.push(own(1), parseInt("7"));""",
    "keys that are names": "const first = 1, second = 2; used.push({ first, second: first, third: second });",
    "keys in quotes, in brackets, as numbers": 'const key = "a"; used.push({ "b c": key, [key + 1]: 2, 3: key });',
    "patterns with defaults, renamed and nested": """
        const { one, two: { three = 4, ...others }, ...rest } = { one: 1, two: { five: 5 }, six: 6 };
        const [first, , third = first, ...more] = [1, 2, undefined, 4];
        used.push(one, three, others, rest, first, third, more);""",
    "a pattern without a declaration": """
        let one, two;
        ({ one, two: two = 5 } = { one: 1 });
        [one, two] = [two, one];
        used.push(one, two);""",
    "parameters with defaults and patterns": """
        const given = 3;
        function all({ one, two = one }, [three] = [given], ...rest) { const last = rest.at(-1); return [one, two, three, last]; }
        used.push(all({ one: 1 }), all({ one: 1, two: 2 }, [9], 8, 7));""",
    "arrows of every kind": """
        const plus = (one, other) => one + other, same = (one) => one, made = (one) => ({ one }), none = () => {};
        const late = async (one) => await one, later = async () => 5;
        used.push(plus(1, 2), same(3), made(4), none(), [1, 2].map((one) => one * 2), await late(6), await later());""",
    "less than what isn't": "let one = 1, two = 3; used.push(one < !--two, one < !two, one - -two, one + +two);",
    "an arrow in a choice": "const pick = (flag) => flag ? (one) => one + 1 : (one) => one - 1; used.push(pick(1)(1), pick(0)(1));",
    "classes with all they hold": """
        class Base { constructor(name) { this.name = name; } get said() { return `I am ${this.name}`; } }
        class Thing extends Base {
            static made = 0; #count = 1; plain; static get all() { return Thing.made; }
            constructor(name) { super(name); Thing.made += 1; this.#grow(); }
            #grow() { this.#count += 1; } get count() { return this.#count; } set count(n) { this.#count = n; }
            async later() { return this.count; } *each() { yield this.#count; yield* [7]; } ["a" + 1]() { return super.said; }
            has(other) { return #count in other; }
        }
        const one = new Thing("x"); one.count = 9;
        used.push(one.said, one.count, Thing.all, await one.later(), [...one.each()], one.a1(), one.has(one), one.has({}));""",
    "a class that is a value": "const Made = class Own { self() { return Own === Made; } }; used.push(new Made().self());",
    "a function that is a value and calls itself": "const f = function down(n) { return n ? down(n - 1) : n; }; used.push(f(3));",
    "functions used before they are written": "used.push(twice(2)); function twice(n) { return n * 2; }",
    "functions that yield, and wait": """
        function* some() { const got = yield 1; yield got; }
        async function wait() { for await (const one of some()) used.push(one); }
        await wait();""",
    "loops": """
        for (const one of [1, 2]) used.push(one);
        for (const key in { a: 1 }) used.push(key);
        for (let at = 0, most = 2; at < most; at += 1) used.push(() => at);
        let n = 0; for (;;) { n += 1; if (n > 3) break; else continue; }
        while (n > 0) n -= 1;
        do { n += 1; } while (n < 2);
        used.push(n, used.filter((one) => one instanceof Function).map((one) => one()));""",
    "what is thrown and caught": """
        function risky(flag) { try { if (flag) throw new Error("no"); return "yes"; } catch ({ message }) { return message; } finally { used.push("done"); } }
        try { null.x; } catch { used.push("caught"); }
        used.push(risky(true), risky(false));""",
    "a parameter of catch and names of its block": "try { throw 1; } catch (error) { const told = error + 1; used.push(told); }",
    "a parameter that nobody uses, and names of the body": """
        function one(unused, other) { const mine = other; return mine; }
        try { throw 1; } catch (unused) { const mine = 2; used.push(mine); }
        used.push(one(1, 2), ((unused) => { const mine = 3; return mine; })(4));""",
    "a choice among cases": """
        function named(n) { switch (n) { case 1: return "one"; case n > 5 ? n : 2: { const many = "many"; return many; } default: return "none"; } }
        used.push(named(1), named(7), named(3));""",
    "templates within templates": "const n = 2; used.push(`a ${`b ${n} {}` + { n }.n} \\` ${[1, 2].map((one) => `${one}`)} $ {n}`);",
    "a tag on a template": "const tag = (parts, ...values) => parts.raw.join('|') + values; used.push(tag`a\\n${1}  b`);",
    "regular expressions and divisions": r"""
        const text = "a/b", n = 8, g = 2;
        used.push(/[/\]]\/"/.test(text), n / g / 2, text.replace(/\//g, "`"), (n) / g, [n][0] / g, `${n / g}`);
        if (n) /x/.test(text) || used.push("none");""",
    "signs that would run together": "let n = 1; used.push(n + +n, n - -n, n++ + n, n-- - --n, - -n, + +n, !(!n), typeof n, void 0, n in [1, 2, 3]);",
    "numbers in every dress": "used.push(1_000, 0x1f, .5, 5., 1e3, 1E-2, 10n, 1..toFixed(1), 2 .toFixed(1), 0b11, 0o17);",
    "links in a chain": "const x = { y: null, z: () => ({ w: [4] }) }; used.push(x?.y?.z, x.z?.().w?.[0], x.q?.(1), x.z().w[0]?.5:1);",
    "keys called like words of the language": "const x = { if: 1, class: 2, get: 3, async: 4, of: 5, static: 6 }; used.push(x.if + x.class + x.get / x.async, x.of, x.static);",
    "names called like words of the language": "const of = [1], get = 2, async = 3, from = 4, as = 5; for (const set of of) used.push(set, get, async, from, as, async + 1);",
    "methods of an object": """
        const x = { one() { return 1; }, get two() { return 2; }, set two(n) { used.push(n); }, async three() { return 3; }, *four() { yield 4; }, async *five() { yield 5; }, get: 6 };
        x.two = 9; used.push(x.one(), x.two, await x.three(), [...x.four()], (await x.five().next()).value, x.get);""",
    "names in other letters": "const größe = 1, 名 = 2, $ = 3, _ = 4, a$b = 5; used.push(größe, 名, $, _, a$b, { größe, 名 });",
    "comments": "const a = 1; // one; 'two\n/* const a = 3; */ used.push(a /* four */ + /* five\n */ 2, '// six', `/* ${a} */`);",
    "declarations in a row": "const one = 1; const two = one + 1; let three = 3; let four; const five = 5; used.push(one, two, three, four, five);",
    "many names": "const all = " + " + ".join(f"((one{n}) => one{n} + {n})({n})" for n in range(80)) + "; used.push(all);"
    + "".join(f"const name{n} = {n};" for n in range(120)) + f"used.push([{','.join(f'name{n}' for n in range(120))}]);",
    "the target of new, and the module": "function Made() { used.push(new.target === Made); } new Made(); used.push(import.meta.url.length > 0);",
    "a name that is exported under another": "const inner = 1; export { inner as outer }; used.push(inner);",
    "what others may change": "export let open = 1; open += 1; used.push(open);",
}  # fmt: skip

UNKNOWN = {
    "no semicolon": "const a = 1\nconst b = 2\nused.push(a, b);",
    "a return that goes on in the next line": "function f() { return\n1; } used.push(f());",
    "var": "var a = 1; used.push(a);",
    "a label": "outer: for (;;) { break outer; } used.push(1);",
    "eval": 'const a = 1; used.push(eval("a"));',
    "what a function was given": "function f() { return arguments.length; } used.push(f(1));",
    "a loop without a body": "let n = 0; while (n++ < 3); used.push(n);",
    "a default export": "export default 1; used.push(1);",
    "another's export": 'export { a } from "./other.js"; used.push(1);',
    "a name with an escape": "const \\u0061b = 1; used.push(ab);",
    "a regular expression behind a brace": "if (used) {} /x/.test('x'); used.push(1);",
    "a licence": "/*! Somebody's */ const a = 1; used.push(a);",
    "brackets that don't fit": "used.push(1];",
    "a text without end": 'used.push("a);',
}


def module(body: str) -> bytes:
    """A module that exports what `body` pushes into `used`."""
    return f"const used = [];\n{body}\nexport {{ used }};\n".encode()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as running:
        yield running


def told(browser: Any, scripts: list[bytes]) -> list[str]:
    """What each script has told when it is done, as text."""
    sent = {f"{NOWHERE}{number}.js": script for number, script in enumerate(scripts)}
    sent[f"{NOWHERE}other.js"] = b"export const a = 1;"
    page = browser.new_page()

    def answer(route: Any) -> None:
        known = route.request.url in sent
        body = sent.get(route.request.url, b"<!doctype html><title>Modules</title>")
        route.fulfill(body=body, content_type=f"{'text/javascript' if known else 'text/html'}; charset=utf-8")

    page.route(f"{NOWHERE}**", answer)
    page.goto(NOWHERE)
    answers: list[str] = page.evaluate(
        """async (many) => {
            const said = (key, one) => typeof one === "bigint" ? `${one}n` : one === undefined ? "nothing" : one;
            const all = [];
            for (let at = 0; at < many; at += 1) {
                try { all.push(JSON.stringify((await import(`./${at}.js`)).used, said)); }
                catch (error) { all.push(`error: ${error}`); }
            }
            return all;
        }""",
        len(scripts),
    )
    page.close()
    return answers


@pytest.mark.browser
@NEEDED[1]
def test_every_form_means_what_it_meant(browser: Any) -> None:
    written = [module(body) for body in FORMS.values()]
    short = [shortened(script) for script in written]
    before, after = told(browser, written), told(browser, short)
    assert not [(name, one) for name, one in zip(FORMS, before, strict=True) if one.startswith("error")]
    assert dict(zip(FORMS, after, strict=True)) == dict(zip(FORMS, before, strict=True))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_gets_shorter(name: str) -> None:
    script = module(FORMS[name])
    assert len(shortened(script)) < len(script)


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_known_stays_as_it_was_written(name: str) -> None:
    assert shortened(module(UNKNOWN[name])) == module(UNKNOWN[name])


def test_a_script_that_is_no_module_stays_as_it_was_written() -> None:
    assert shortened(b"const shared = 1;\nfunction alike(one) { return one; }\n") == (
        b"const shared = 1;\nfunction alike(one) { return one; }\n"
    )


def test_a_name_is_as_short_as_it_can_be_and_what_others_see_stays() -> None:
    script = b"""import { say, count as counted } from "./words.js";
export function greeting(person, { title, ...others }) {
    const { length } = person.name;
    return say(title, { length, others, counted });
}
"""
    assert shortened(script) == (
        b'import{say as r,count as a}from"./words.js";'
        b"function e(e,{title:t,...n}){const{length:s}=e.name;return r(t,{length:s,others:n,counted:a})}"
        b"export{e as greeting};\n"
    )


def test_making_short_what_is_short_changes_nothing_but_names() -> None:
    for _, content in Theme.load().scripts():
        once = shortened(content)
        assert len(shortened(once)) <= len(once)


def test_all_of_our_scripts_are_of_forms_that_are_known() -> None:
    assert [name for name, content in Theme.load().scripts() if shortened(content) == content] == ["js/search.js"]


SIGNS = '+ ++ - -- / ( ) [ ] { } ; , . ?. => ... >>>= a b1 $ return 1 1.5 "a" `x` #p in /x/g `a${ }b`'.split()
PIECES = st.lists(st.sampled_from([*SIGNS, "\n", '"a b"']), max_size=24)


@given(PIECES)
def test_tokens_are_all_of_a_script_in_its_order(pieces: list[str]) -> None:
    script = " ".join(pieces)
    try:
        found = tokens(script)
    except Unknown:
        return
    spoken = "".join(token.text for token in found)
    assert re.sub(r"\s", "", spoken) == re.sub(r"\s", "", script)
    assert [t.text for t in tokens(" ".join(token.text for token in found))] == [t.text for t in found]


@given(PIECES)
def test_no_text_breaks_the_build(pieces: list[str]) -> None:
    script = module(" ".join(pieces))
    assert len(shortened(script)) <= len(script)


SHEETS = [
    ("a { color : red ; }", "a{color :red}\n"),
    ("a :hover , b > i { margin: -1px  +2px ; }", "a :hover,b>i{margin:-1px +2px}\n"),
    ("/* no */ a { content: ' ;  } /* x */ ' ; }", "a{content:' ;  } /* x */ '}\n"),
    ("a { --x: ; --y: 1 ; }", "a{--x: ;--y:1}\n"),
    ("a { width: calc(1px  +  2px) ; background: url( x;y.svg ) }", "a{width:calc(1px + 2px);background:url( x;y.svg )}\n"),
    ("@media (width >= 3rem)  and (scripting: none) { a { b: c } }", "@media (width>= 3rem) and (scripting:none){a{b:c}}\n"),
    ("/*! Somebody's */\na { b: c }", "/*! Somebody's */ a{b:c}\n"),
    ("@layer a , b ;", "@layer a,b;\n"),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "short"), SHEETS)
def test_a_sheet_loses_only_what_means_nothing(sheet: str, short: str) -> None:
    assert short_sheet(sheet.encode()) == short.encode()
