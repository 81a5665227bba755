#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
/* The layout of a node, since its accessors copy text and do not give a footnote's label. */
#include <cmark-gfm/node.h>
/* Entities, case folding and Unicode classes as the parser sees them. */
#include <cmark-gfm/houdini.h>
#include <cmark-gfm/utf8.h>
