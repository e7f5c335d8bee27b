#include "CKernels.h"

#if defined(__x86_64__)
#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx2,bmi,bmi2")))
#define NAME(name) rolefit_##name##_avx512
#define VECTOR 64
#include "kernels.inc"

int rolefit_supports_avx512(void) {
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
         && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("bmi2");
}
#endif
