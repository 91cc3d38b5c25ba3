# Sourced by `run` and `quick`: steps, what they need installed, and the sum of what they count.
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
failed_steps=0

# step NAME COMMAND...: runs it, shows what it prints, and remembers it.
step() {
  local name=$1
  shift
  echo "== $name"
  if ! "$@" </dev/null 2>&1 | tee "$logs/$name"; then
    echo "== failed: $name"
    failed_steps=$((failed_steps + 1))
  fi
}

# side_by_side "NAME|COMMAND"...: two at a time; what each prints is shown when it ends.
side_by_side() {
  local each running=0
  for each in "$@"; do
    if [ "$running" -ge 2 ]; then
      wait -n
      running=$((running - 1))
    fi
    quiet_step "${each%%|*}" "${each#*|}" &
    running=$((running + 1))
  done
  wait
  for each in "$@"; do
    [ -e "$logs/${each%%|*}.done" ] || failed_steps=$((failed_steps + 1))
  done
}

quiet_step() {
  local started=$SECONDS status=0
  bash -c "$2" </dev/null >"$logs/$1" 2>&1 || status=$?
  [ "$status" -eq 0 ] && touch "$logs/$1.done"
  {
    echo "== $1 ($((SECONDS - started)) s)"
    cat "$logs/$1"
    [ "$status" -eq 0 ] || echo "== failed: $1"
  }
}

# Prints the last line; succeeds when nothing failed.
summary() {
  local counts passed failed
  counts=$(find "$logs" -type f ! -name '*.done' -exec grep -hoE '^[0-9]+ passed, [0-9]+ failed' {} +)
  passed=$(awk '{ sum += $1 } END { print sum + 0 }' <<<"$counts")
  failed=$(awk '{ sum += $3 } END { print sum + 0 }' <<<"$counts")
  # A step that fails without counting tests must not read as `0 failed`, nor may a run that saw no test.
  [ "$failed" -eq 0 ] && failed=$failed_steps
  [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ] && failed=1
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

ensure_browser() {
  [ -n "${AWAY_CHROMIUM:-}" ] || command -v chromium >/dev/null && return 0
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
  command -v chromium >/dev/null
}

# What the emulation of AWS is made with: Java, Python, and what builds a part of it.
ensure_emulation() {
  local missing=()
  command -v java >/dev/null || missing+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  command -v python3 >/dev/null && python3 -m venv -h >/dev/null 2>&1 || missing+=(python3 python3-venv)
  command -v cmake >/dev/null || missing+=(cmake)
  command -v g++ >/dev/null && command -v make >/dev/null || missing+=(build-essential)
  command -v curl >/dev/null || missing+=(curl)
  command -v ps >/dev/null || missing+=(procps)
  command -v ss >/dev/null || missing+=(iproute2)
  [ ${#missing[@]} -eq 0 ] && return 0
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
}
