with figures as (
    select
        indicator_id,
        series,
        first(value::varchar || coalesce(unit, '') order by position) as figure
    from core.readings
    where kind = 'number'
        and series in ('latest', 'previous')
    group by indicator_id, series
),
-- A dash or words in the place of the previous figure say that there is none.
denials as (
    select distinct indicator_id
    from core.readings
    where kind <> 'number'
        and series = 'previous'
        and raw <> ''
)
select
    i.document_id,
    i.indicator_id as id,
    i.position,
    i.priority,
    i.indicator_ref as number,
    i.name as text,
    [i.target] as people,
    l.figure as latest,
    coalesce(p.figure, if(n.indicator_id is null, null, $none)) as previous
from core.current_documents d
join core.reviews r using (document_id)
join core.indicators i using (document_id)
left join figures l on l.indicator_id = i.indicator_id and l.series = 'latest'
left join figures p on p.indicator_id = i.indicator_id and p.series = 'previous'
left join denials n on n.indicator_id = i.indicator_id
where r.plan_key = $plan_key
order by i.document_id, i.position, i.indicator_id;
