//! The names of SVG and MathML: elements and attributes of SVG 2 with its modules for filters, masks and animation, and of
//! MathML Core. A parser keeps their capitals only where they are spelt as here. Looks at no tree.

use crate::names::nearest;

/// Names that only SVG has: a fragment that begins with one is SVG, wherever it is written.
const SVG_ONLY: [&str; 58] = [
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "foreignObject",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "switch",
    "symbol",
    "text",
    "textPath",
    "tspan",
    "use",
    "view",
];

/// Names that SVG has like HTML.
const SVG_SHARED: [&str; 5] = ["a", "script", "style", "svg", "title"];

/// The attributes of all elements of SVG, in the order of their bytes.
const SVG_ATTRIBUTES: &str = "accumulate additive alignment-baseline amplitude attributeName azimuth baseFrequency baseline-shift begin bias by calcMode clip clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters crossorigin cursor cx cy d diffuseConstant direction display divisor dominant-baseline download dur dx dy edgeMode elevation end exponent fill fill-opacity fill-rule filter filterUnits flood-color flood-opacity font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr from fx fy gradientTransform gradientUnits height href hreflang image-rendering in in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust letter-spacing lighting-color limitingConeAngle marker marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits maskUnits max media method min mode numOctaves offset opacity operator order orient overflow paint-order path pathLength patternContentUnits patternTransform patternUnits ping pointer-events points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY referrerpolicy rel repeatCount repeatDur requiredExtensions restart result rotate rx ry scale seed shape-rendering side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width surfaceScale systemLanguage tableValues target targetX targetY text-anchor text-decoration text-rendering textLength to transform transform-box transform-origin type unicode-bidi values vector-effect viewBox visibility width word-spacing writing-mode x x1 x2 xChannelSelector xlink:href xlink:title xml:lang xml:space xmlns xmlns:xlink y y1 y2 yChannelSelector z";

/// Names that only MathML has: a fragment that begins with one is MathML, wherever it is written.
const MATH_ONLY: [&str; 29] = [
    "annotation",
    "annotation-xml",
    "maction",
    "merror",
    "mfrac",
    "mi",
    "mmultiscripts",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mprescripts",
    "mroot",
    "mrow",
    "ms",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "semantics",
];

/// The attributes of all elements of MathML.
const MATH_ATTRIBUTES: &str = "accent accentunder actiontype alttext columnspan depth dir display displaystyle encoding fence form height href largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel selection separator stretchy symmetric voffset width xmlns";

/// Elements of HTML that end an `svg` or `math` in which they stand.
const BREAKS_OUT: &str = "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup table tt u ul var";

/// Whether the name exists in SVG alone.
pub fn is_svg_only(tag: &str) -> bool {
    SVG_ONLY.binary_search(&tag).is_ok()
}

/// Whether SVG has this element.
pub fn is_svg(tag: &str) -> bool {
    is_svg_only(tag) || SVG_SHARED.contains(&tag)
}

/// Whether SVG and HTML both have an element of this name.
pub fn is_shared(tag: &str) -> bool {
    SVG_SHARED.contains(&tag)
}

/// The element of SVG spelt most like this, its capitals left aside.
pub fn nearest_svg(tag: &str) -> Option<&'static str> {
    nearest_in_any_case(tag, SVG_ONLY.iter().chain(&SVG_SHARED).copied())
}

/// Whether SVG has an attribute of this name.
pub fn is_svg_attribute(name: &str) -> bool {
    SVG_ATTRIBUTES.split(' ').any(|one| one == name)
}

/// The attribute of SVG spelt most like this, its capitals left aside.
pub fn nearest_svg_attribute(name: &str) -> Option<&'static str> {
    nearest_in_any_case(name, SVG_ATTRIBUTES.split(' '))
}

/// Whether the name exists in MathML alone.
pub fn is_math_only(tag: &str) -> bool {
    MATH_ONLY.binary_search(&tag).is_ok()
}

/// The element of MathML spelt most like this.
pub fn nearest_math(tag: &str) -> Option<&'static str> {
    nearest(tag, MATH_ONLY)
}

/// Whether MathML has an attribute of this name.
pub fn is_math_attribute(name: &str) -> bool {
    MATH_ATTRIBUTES.split(' ').any(|one| one == name)
}

/// The attribute of MathML spelt most like this.
pub fn nearest_math_attribute(name: &str) -> Option<&'static str> {
    nearest(name, MATH_ATTRIBUTES.split(' '))
}

/// Whether this element of HTML ends an `svg` or `math` in which it stands.
pub fn breaks_out(tag: &str) -> bool {
    BREAKS_OUT.split(' ').any(|one| one == tag)
}

/// The name as these tables have it.
pub fn interned(tag: &str) -> Option<&'static str> {
    let mut names = SVG_ONLY.into_iter().chain(MATH_ONLY);
    names.find(|name| *name == tag)
}

/// Another spelling of a name in capitals is the name, to a person.
fn nearest_in_any_case(
    name: &str,
    known: impl Iterator<Item = &'static str> + Clone,
) -> Option<&'static str> {
    known
        .clone()
        .find(|one| one.eq_ignore_ascii_case(name))
        .or_else(|| nearest(name, known))
}
