# Completion of playbook for bash. What there is to complete, the program itself says.
_playbook() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local verb=${COMP_WORDS[1]} program=${COMP_WORDS[0]}
    COMPREPLY=()

    if ((COMP_CWORD == 1)) || { ((COMP_CWORD == 2)) && [[ $verb == help ]]; }; then
        local verbs
        verbs=$("$program" help 2>/dev/null | sed -n 's/^  \([a-z]\{1,\}\)  *[a-z].*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "$verbs --help --version" -- "$word")
        return
    fi
    case $previous in
    --kind)
        mapfile -t COMPREPLY < <(compgen -W "$("$program" new --names 2>/dev/null)" -- "$word")
        return
        ;;
    --which)
        mapfile -t COMPREPLY < <(compgen -W "best median worst" -- "$word")
        return
        ;;
    --scale)
        mapfile -t COMPREPLY < <(compgen -W "rank dollars" -- "$word")
        return
        ;;
    --out)
        mapfile -t COMPREPLY < <(compgen -d -- "$word")
        return
        ;;
    --by)
        mapfile -t COMPREPLY < <(compgen -W "wins mean median" -- "$word")
        return
        ;;
    --set | --lever | --x | --y)
        mapfile -t COMPREPLY < <(compgen -S = -W \
            "$("$program" explain --names 2>/dev/null | grep '\.')" -- "$word")
        compopt -o nospace
        return
        ;;
    esac
    if [[ $word == -* ]]; then
        local options
        options=$("$program" help "$verb" 2>/dev/null | grep -o '^  --[a-z-]*')
        mapfile -t COMPREPLY < <(compgen -W "$options --help" -- "$word")
        return
    fi
    if [[ $verb == explain ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$("$program" explain --names 2>/dev/null)" -- "$word")
    fi
    local file
    while IFS= read -r file; do
        if [[ -d $file || $file == *.yaml || $file == *.yml ]]; then
            COMPREPLY+=("$file")
        fi
    done < <(compgen -f -- "$word")
}
complete -o filenames -F _playbook playbook
