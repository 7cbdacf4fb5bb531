{"id":"p1-2","type":"order_placed","time":"2025-06-12T21:30:00+09:00","customer":"c-p1","channel":"web"}
{"id":"p2-2","type":"order_placed","time":"2025-06-12T21:30:00+09:00","customer":"c-p2","channel":"web"}
{"id":"g1-2","type":"order_placed","time":"2025-06-12T21:30:00+09:00","anonymous":"a-1","channel":"web"}
{"id":"call-1","type":"call_ended","time":"2025-06-12T21:26:00+09:00","customer":"c-call","channel":"call"}
{"id":"oldcall-1","type":"call_ended","time":"2025-06-12T21:05:00+09:00","customer":"c-call-2","channel":"call"}
{"id":"heavy-2","type":"message_sent","time":"2025-06-12T21:27:00+09:00","customer":"c-heavy-2","channel":"chat","text":"動作が重かったです。"}
{"id":"part-2","type":"plan_viewed","time":"2025-06-12T21:28:00+09:00","customer":"c-part","channel":"app"}
{"id":"dup-1","type":"plan_viewed","time":"2025-06-12T21:00:00+09:00","customer":"c-dup","channel":"app"}
{"id":"s-late-1","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-1","properties":{"question":"nps","score":0}}
{"id":"s-late-2","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-2","properties":{"question":"nps","score":0}}
{"id":"s-late-3","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-3","properties":{"question":"nps","score":0}}
{"id":"s-late-4","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-4","properties":{"question":"nps","score":0}}
{"id":"s-late-5","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-5","properties":{"question":"nps","score":0}}
{"id":"s-late-6","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-6","properties":{"question":"nps","score":0}}
{"id":"s-late-7","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-7","properties":{"question":"nps","score":0}}
{"id":"s-late-8","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-8","properties":{"question":"nps","score":0}}
{"id":"s-late-9","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-9","properties":{"question":"nps","score":0}}
{"id":"s-late-10","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-10","properties":{"question":"nps","score":0}}
{"id":"s-late-11","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-11","properties":{"question":"nps","score":0}}
{"id":"s-late-12","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-12","properties":{"question":"nps","score":0}}
{"id":"s-late-13","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-13","properties":{"question":"nps","score":0}}
{"id":"s-late-14","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-14","properties":{"question":"nps","score":0}}
{"id":"s-late-15","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-15","properties":{"question":"nps","score":0}}
{"id":"s-late-16","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-16","properties":{"question":"nps","score":0}}
{"id":"s-late-17","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-17","properties":{"question":"nps","score":0}}
{"id":"s-late-18","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-18","properties":{"question":"nps","score":0}}
{"id":"s-late-19","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-19","properties":{"question":"nps","score":0}}
{"id":"s-late-20","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-20","properties":{"question":"nps","score":0}}
{"id":"s-late-21","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-21","properties":{"question":"nps","score":0}}
{"id":"s-late-22","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-22","properties":{"question":"nps","score":0}}
{"id":"s-late-23","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-23","properties":{"question":"nps","score":0}}
{"id":"s-late-24","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-24","properties":{"question":"nps","score":0}}
{"id":"s-late-25","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-25","properties":{"question":"nps","score":0}}
{"id":"s-late-26","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-26","properties":{"question":"nps","score":0}}
{"id":"s-late-27","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-27","properties":{"question":"nps","score":0}}
{"id":"s-late-28","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-28","properties":{"question":"nps","score":0}}
{"id":"s-late-29","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-29","properties":{"question":"nps","score":0}}
{"id":"s-late-30","type":"survey_answered","time":"2025-06-12T21:40:00+09:00","customer":"late-30","properties":{"question":"nps","score":0}}
{"id":"abe-3","type":"order_placed","time":"2025-06-12T20:31:00+09:00","customer":"c-abe","channel":"store"}
{"id":"old-1","type":"cart_updated","time":"2025-05-01T10:00:00+09:00","customer":"c-p3","channel":"web","properties":{"cartValue":99}}
> proven 2025-06-12T21:55:00+09:00
{"id":"heavy-3","type":"message_sent","time":"2025-06-12T21:56:00+09:00","customer":"c-heavy-3","channel":"chat","text":"動作が重かったです。"}
{"id":"goto-3","type":"consent_changed","time":"2025-06-12T22:00:00+09:00","customer":"c-goto","channel":"line","properties":{"purpose":"ad","granted":false}}
{"id":"ito-3","type":"order_placed","time":"2025-06-12T22:00:00+09:00","customer":"c-ito","channel":"store"}
{"id":"tip2-2","type":"complaint_opened","time":"2025-06-12T22:00:00+09:00","customer":"c-tip-2","channel":"call","case":"case-1"}
> proven 2025-06-12T22:10:00+09:00
> resume sell app
> publish 9 rules-3.yaml
{"id":"cap-5","type":"plan_viewed","time":"2025-06-12T22:20:00+09:00","customer":"c-cap","channel":"app"}
{"id":"cap-6","type":"plan_viewed","time":"2025-06-12T22:25:00+09:00","customer":"c-cap","channel":"app"}
{"id":"decl-5","type":"plan_viewed","time":"2025-06-12T22:20:00+09:00","customer":"c-decl","channel":"app"}
{"id":"decl-6","type":"plan_viewed","time":"2025-06-12T22:25:00+09:00","customer":"c-decl","channel":"app"}
{"id":"part2-5","type":"plan_viewed","time":"2025-06-12T22:20:00+09:00","customer":"c-part2","channel":"app"}
{"id":"part2-6","type":"plan_viewed","time":"2025-06-12T22:25:00+09:00","customer":"c-part2","channel":"app"}
> proven 2025-06-13T08:30:00+09:00
