#include "CKernels.h"

#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2,bmi,bmi2")))
#define NAME(name) rolefit_##name##_avx2
#define VECTOR 32
#include "kernels.inc"

int rolefit_supports_avx2(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}
#endif
