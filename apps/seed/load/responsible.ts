import { newId } from '#libs/kernel';
import { ResponsibleService } from '#libs/shipping';
import { admin, desk } from '../world.js';
import type { Loading } from './loading.js';

/** Who answers for the goods in the Union, for everyone in the demo world: nobody real, named by one person and looked over by another. */
export async function loadResponsible(loading: Loading): Promise<void> {
  await loading.once('responsible', async () => {
    const responsible = loading.get(ResponsibleService);
    if ((await responsible.house()).length === 0) {
      await responsible.propose(await loading.as(admin.email), {
        id: newId(),
        name: 'Dar Sanaa Europe (demonstration)',
        postalAddress: '21 rue des Exemples, 75011 Paris, France',
        electronicAddress: 'responsible@demo.example',
      });
    }
    const [waiting] = (await responsible.house()).filter((one) => one.state === 'waiting');
    if (waiting) await responsible.approve(await loading.as(desk.email), waiting.id);
  });
}
