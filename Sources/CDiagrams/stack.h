#ifndef CDIAGRAMS_STACK_H
#define CDIAGRAMS_STACK_H

/// Runs `body` on a thread of its own whose stack is deep enough for any source within the bounds, whatever the
/// caller's is. Returns 0, or -1 without having run it.
int portico_on_deep_stack(void *(*body)(void *), void *context);

#endif
