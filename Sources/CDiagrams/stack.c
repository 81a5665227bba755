#include "stack.h"

#include <pthread.h>
#include <stddef.h>

int portico_on_deep_stack(void *(*body)(void *), void *context) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes) != 0) return -1;
  int failure = pthread_attr_setstacksize(&attributes, (size_t)64 << 20);
  if (failure == 0) failure = pthread_create(&thread, &attributes, body, context);
  pthread_attr_destroy(&attributes);
  if (failure != 0) return -1;
  return pthread_join(thread, NULL) == 0 ? 0 : -1;
}
