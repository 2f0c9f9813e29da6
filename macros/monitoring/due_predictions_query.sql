{#-
  A query for the predictions and evaluated days whose later days are there by now and
  that the model being built does not hold yet: the predictions' columns, called_date and
  last_date, the last of the later days.
-#}
{% macro due_predictions_query() %}
    select
        predictions.*,
        runs.as_of_date as called_date,
        runs.as_of_date + predictions.days as last_date
    from ({{ predictions_query() }}) as predictions
    cross join {{ ref('segment_runs') }} as runs
    cross join {{ ref('int_as_of_date') }} as as_of_date
    {%- if is_incremental() %}
    left join (
        select distinct
            prediction,
            definition_hash,
            called_date
        from {{ this }}
    ) as known
        on
            predictions.prediction = known.prediction
            and predictions.definition_hash = known.definition_hash
            and runs.as_of_date = known.called_date
    {%- endif %}
    where
        runs.as_of_date + predictions.days <= as_of_date.as_of_date
        {%- if is_incremental() %}
        and known.called_date is null
        {%- endif %}
{% endmacro %}
