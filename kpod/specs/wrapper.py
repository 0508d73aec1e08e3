"""The shell scripts that frame a large result; what `kpod.result` does, for an image that has a shell and no kpod.

Any POSIX shell, busybox's and dash among them, with `base64`, `sha256sum`, `wc`, `tr`, `fold` and `sed`; where one is missing the message
says which. They are part of a container's command, in which Kubernetes reads `$(NAME)` and `$$` before the shell does, so neither stands
here. The work's exit code is kept and SIGTERM passed on; a failed work frames nothing.
"""

from __future__ import annotations

from kpod.result import LARGEST, LINE, LINGER, LONGEST_MESSAGE, MAGIC

# base64 of the data, and the head of 40 to 100 characters, fit into the longest message
_IN_MESSAGE = (LONGEST_MESSAGE - 110) // 4 * 3

_FRAME = f"""
say() {{ printf '{MAGIC} %s end\\n' "$*" > "$out"; }}
frame() {{
  for tool in base64 sha256sum wc tr fold sed expr; do
    command -v $tool > /dev/null || {{ say "tools 0 - $tool"; return; }}
  done
  size=`wc -c < "$file" | tr -d ' '`
  sum=`sha256sum < "$file"`
  sum=${{sum%% *}}
  if [ "$size" -gt {LARGEST} ]; then
    say "large $size - -"
  elif [ "$size" -le {_IN_MESSAGE} ]; then
    data=`base64 < "$file" | tr -d '\\n'`
    say "message $size $sum ${{data:--}}"
  else
    mark="{MAGIC}:${{sum%"${{sum#????????}}"}}"
    echo "$mark begin"
    {{ base64 < "$file" | tr -d '\\n' | fold -w {LINE}; echo; }} | sed "/^\\$/d; s|^|$mark |"
    echo "$mark end"
    say "log $size $sum `expr \\( \\( $size + 2 \\) / 3 \\* 4 + {LINE - 1} \\) / {LINE}`"
    sleep {LINGER:g}
  fi
}}
"""

IN_SHELL = (
    """told= pid=
trap 'told=1; [ -z "$pid" ] || kill -TERM $pid 2> /dev/null' TERM INT QUIT HUP
exec 3<&0
"$@" <&3 3<&- &
pid=$!
[ -z "$told" ] || kill -TERM $pid
code=127
while :; do
  told=
  wait $pid
  new=$?
  [ $new = 127 ] || code=$new
  [ -n "$told" ] || break
done
[ $code = 0 ] || exit $code
file=$KPOD_RESULT out=$KPOD_RESULT
"""
    + _FRAME
    + f"""
case `head -c {len(MAGIC) + 1} "$file" | tr -d '\\000\\n'` in
"{MAGIC} "*) ;;
*) frame ;;
esac
exit 0
"""
)
"""Runs its arguments, then frames the file `KPOD_RESULT` in place; the arguments of `sh -c` after the script's name."""

SIDECAR = (
    """told=
trap 'told=1' TERM
while [ -z "$told" ]; do
  sleep 1 &
  wait $!
done
file=$KPOD_RESULT out=/dev/termination-log
"""
    + _FRAME
    + """
if [ -e "$file" ]; then frame; else say 'missing 0 - -'; fi
exit 0
"""
)
"""Waits until the main container has ended, then frames the file `KPOD_RESULT` into its own message and log."""
