/* Reads the memory limit of the container that this process runs in. */
#include <stdint.h>
#include <stdio.h>
#include "limits.h"

#define LIMIT_PATH "/sys/fs/cgroup/memory.max"
#define UNLIMITED UINT64_MAX

struct limit {
  uint64_t bytes;
  const char *source;
};

// Returns 0 on success, as the rest of this library does.
int read_limit(struct limit *limit) {
  char text[32] = {'\0'};
  FILE *file = fopen(LIMIT_PATH, "r");
  if (file == NULL) {
    fprintf(stderr, "cannot open %s\n", LIMIT_PATH);
    return -1;
  }
  if (fgets(text, sizeof text, file) != NULL && text[0] != 'm') {
    limit->bytes = strtoull(text, NULL, 10);
  } else {
    limit->bytes = UNLIMITED; /* "max" */
  }
  limit->source = LIMIT_PATH;
  return fclose(file);
}
