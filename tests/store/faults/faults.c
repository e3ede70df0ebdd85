/* Makes the n-th call of open, pwrite64, fsync … on files below one folder fail, once or from then on.
 * Loaded before libc (LD_PRELOAD), steered from Python through ctypes: see injector.py. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[PATH_MAX], call[32];
static int nth, error, forever, seen, fired;

void faults_arm(const char *below, const char *name, int n, int errno_, int on) {
    strncpy(folder, below, sizeof folder - 1);
    strncpy(call, name, sizeof call - 1);
    nth = n, error = errno_, forever = on, seen = fired = 0;
}

int faults_disarm(void) {
    call[0] = 0;
    return fired;
}

static int below(const char *path) { return path && !strncmp(path, folder, strlen(folder)); }

static int fails(const char *name, int ours) {
    if (!call[0] || strcmp(name, call) || !ours) return 0;
    seen++;
    if (seen != nth && !(forever && seen > nth)) return 0;
    fired++;
    errno = error;
    return 1;
}

static int fails_fd(const char *name, int fd) {
    char link[64], path[PATH_MAX];
    if (!call[0] || strcmp(name, call)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
    return fails(name, below(path));
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = dlsym(RTLD_NEXT, #name)
#define MODE(flags) int mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); mode = va_arg(a, int); va_end(a); }

int open(const char *path, int flags, ...) {
    MODE(flags) REAL(int, open, const char *, int, ...);
    return fails("open", below(path)) ? -1 : real(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE(flags) REAL(int, open64, const char *, int, ...);
    return fails("open", below(path)) ? -1 : real(path, flags, mode);
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t place) {
    REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
    return fails_fd("pwrite", fd) ? -1 : real(fd, bytes, count, place);
}
ssize_t pread64(int fd, void *bytes, size_t count, off64_t place) {
    REAL(ssize_t, pread64, int, void *, size_t, off64_t);
    return fails_fd("pread", fd) ? -1 : real(fd, bytes, count, place);
}
int fsync(int fd) {
    REAL(int, fsync, int);
    return fails_fd("fsync", fd) ? -1 : real(fd);
}
int ftruncate64(int fd, off64_t size) {
    REAL(int, ftruncate64, int, off64_t);
    return fails_fd("ftruncate", fd) ? -1 : real(fd, size);
}
int unlink(const char *path) {
    REAL(int, unlink, const char *);
    return fails("unlink", below(path)) ? -1 : real(path);
}
int rename(const char *from, const char *to) {
    REAL(int, rename, const char *, const char *);
    return fails("rename", below(from)) ? -1 : real(from, to);
}
