{#-
  Stops the run with an error about an input: where, what was found, what is allowed.
-#}
{% macro input_error(where, found, allowed) %}
    {{ exceptions.raise_compiler_error(
        'input ' ~ var('inputs') ~ ', ' ~ where ~ ': ' ~ found ~ '. Allowed: ' ~ allowed ~ '.'
    ) }}
{% endmacro %}
