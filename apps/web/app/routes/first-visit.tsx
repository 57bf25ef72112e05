export async function action({ request }: { request: Request }) { const f = await request.formData(); return { got: String(f.get('x')) }; }
export default function X({ actionData }: { actionData?: { got: string } }) { return <p>hello {actionData?.got}</p>; }
