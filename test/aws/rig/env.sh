# Sourced by every script of the rig, and usable from tests: . test/aws/rig/env.sh
# It makes AWS clients of this shell talk to the rig and to nothing else.
AWS_RIG_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export AWS_RIG_HOME=${AWS_RIG_HOME:-${XDG_CACHE_HOME:-$HOME/.cache}/aws-rig}
export AWS_RIG_PORT=${AWS_RIG_PORT:-4566}
RIG_RUN=$AWS_RIG_HOME/run
RIG_PY=$AWS_RIG_HOME/venv/bin/python

unset AWS_PROFILE AWS_SESSION_TOKEN ${!AWS_ENDPOINT_URL_*}
export AWS_ENDPOINT_URL=http://127.0.0.1:$AWS_RIG_PORT
export AWS_ACCESS_KEY_ID=${AWS_RIG_ACCOUNT:-000000000000} AWS_SECRET_ACCESS_KEY=rig # LocalStack reads the account from the key id
export AWS_REGION=${AWS_RIG_REGION:-us-east-1}
export AWS_DEFAULT_REGION=$AWS_REGION AWS_EC2_METADATA_DISABLED=true AWS_PAGER=

say() { echo "aws-rig: $*" >&2; }
die() { say "$*"; exit 1; }

# A pid file holds "pid start-time", so that a recycled pid is never signaled.
proc_start() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
save_pid() { echo "$2 $(proc_start "$2")" >"$1"; }
same_proc() { [ -n "$2" ] && [ "$(proc_start "$1")" = "$2" ]; }
pid_alive() { local p s; [ -f "$1" ] && read -r p s <"$1" && same_proc "$p" "$s"; }
descendants() { local c; for c in $(ps -o pid= --ppid "$1"); do echo "$c $(proc_start "$c")"; descendants "$c"; done; }
await_end() { local i; for i in $(seq $(($3 * 5))); do same_proc "$1" "$2" || return 0; sleep 0.2; done; return 1; }
# stop_pid FILE: end that process and the children it had, exactly those, then remove the file.
stop_pid() {
  local p s c cs kids
  if pid_alive "$1"; then
    read -r p s <"$1"
    kids=$(descendants "$p")
    kill -TERM "$p"
    await_end "$p" "$s" 20 || { say "pid $p ignored TERM, killing it"; kill -KILL "$p"; await_end "$p" "$s" 5; }
    while read -r c cs; do
      [ -n "$c" ] && same_proc "$c" "$cs" || continue
      kill -TERM "$c" && await_end "$c" "$cs" 5 || { kill -KILL "$c"; await_end "$c" "$cs" 5; }
    done <<<"$kids"
  fi
  rm -f "$1"
}
port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
