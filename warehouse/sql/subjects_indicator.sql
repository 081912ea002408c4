select
    i.document_id,
    i.indicator_id,
    i.position,
    i.priority,
    i.indicator_ref,
    i.name,
    i.target,
    first(x.value::varchar || coalesce(x.unit, '') order by x.position) filter (where x.series = 'latest'),
    first(x.value::varchar || coalesce(x.unit, '') order by x.position) filter (where x.series = 'previous')
from core.current_documents d
join core.reviews r using (document_id)
join core.indicators i using (document_id)
left join core.readings x on x.indicator_id = i.indicator_id and x.kind = 'number'
where r.plan_key = $plan_key
group by all
order by i.document_id, i.position, i.indicator_id;
