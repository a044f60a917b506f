# To bash `publisher:IMF` and `--basis=latest` are several words: the program is asked about all of it, and what stands before the last
# word is taken off its answer.
_pledgebook() {
    local separator='^[:=]+$' last=$2 joins= word words=()
    # right behind a separator, `$2` is empty
    [[ ${COMP_WORDS[COMP_CWORD]} =~ $separator ]] && last=${COMP_WORDS[COMP_CWORD]}
    for word in "${COMP_WORDS[@]:0:COMP_CWORD}" "$last"; do
        if [[ -n $joins || $word =~ $separator ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
        fi
        [[ $word =~ $separator ]] && joins=yes || joins=
    done
    local COMP_CWORD=$((${#words[@]} - 1)) COMP_WORDS=("${words[@]}")
    _clap_complete_pledgebook "$1" "${words[COMP_CWORD]}" "$3"
    local before=${words[COMP_CWORD]%"$2"}
    COMPREPLY=("${COMPREPLY[@]#"$before"}")
}
eval "$(complete -p pledgebook | sed 's/_clap_complete_pledgebook/_pledgebook/')"
