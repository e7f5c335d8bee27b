-- A script for wrk: asks /v1/match at a fixed rate, whatever the answers take (an open loop).
--
--   wrk -t1 -c64 -d600s --timeout 10s -s Benchmarks/match.lua URL -- BODIES RATE
--
-- BODIES holds a request's body a line; they are asked for in turns. Each connection waits for the next
-- free place in the schedule, so that a slow answer delays nobody else's question while connections
-- are left.
local ffi = require("ffi")
ffi.cdef [[
  typedef struct { long seconds; long nanoseconds; } moment;
  int clock_gettime(int clock, moment *now);
]]

local bodies, interval, due, asked = {}, 0, nil, 0

local function now()
  local moment = ffi.new("moment")
  ffi.C.clock_gettime(1, moment)
  return tonumber(moment.seconds) * 1000 + tonumber(moment.nanoseconds) / 1e6
end

function init(arguments)
  for line in io.lines(arguments[1]) do bodies[#bodies + 1] = line end
  interval = 1000 / tonumber(arguments[2])
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
end

-- Milliseconds until the next place in the schedule.
function delay()
  local moment = now()
  due = math.max((due or moment) + interval, moment - 1000)
  return math.max(0, math.floor(due - moment + 0.5))
end

function request()
  asked = asked + 1
  return wrk.format(nil, "/v1/match", nil, bodies[(asked - 1) % #bodies + 1])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "answers %d in %.1f s: %.1f/s; errors: status %d, connect %d, read %d, write %d, timeout %d\n",
    summary.requests, summary.duration / 1e6, summary.requests / summary.duration * 1e6,
    errors.status, errors.connect, errors.read, errors.write, errors.timeout))
  io.write(string.format(
    "ms: median %.1f, p90 %.1f, p99 %.1f, p99.9 %.1f, most %.1f\n", latency:percentile(50) / 1e3,
    latency:percentile(90) / 1e3, latency:percentile(99) / 1e3, latency:percentile(99.9) / 1e3,
    latency.max / 1e3))
end
